package org.openhersys.api.testing.matrix;

import java.util.function.Supplier;

/** A part of a scene that is made when a request first needs it. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> making;
  private T made;

  public Once(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    if (made == null) {
      made = making.get();
    }
    return made;
  }
}
