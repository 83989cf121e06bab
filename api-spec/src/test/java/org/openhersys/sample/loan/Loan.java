package org.openhersys.sample.loan;

import org.openhersys.sample.shelf.Shelf;

/** Knows the shelf that knows it. */
public interface Loan {
  Shelf from();
}
