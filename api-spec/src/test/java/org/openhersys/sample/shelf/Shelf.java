package org.openhersys.sample.shelf;

import org.openhersys.sample.loan.Loan;

/** Knows the loan that knows it. */
public interface Shelf {
  Loan last();
}
