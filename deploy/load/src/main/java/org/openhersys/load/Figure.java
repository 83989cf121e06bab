package org.openhersys.load;

/**
 * One line of the table of figures.
 *
 * @param name what was measured
 * @param value in its unit
 * @param unit of value and goals: × for a ratio
 * @param atLeast the goal of the design; a bound from above when {@code lowerIsBetter}
 * @param towards where it should go
 * @param beside what was measured with it: absolute numbers, processor time
 */
record Figure(
    String name,
    double value,
    String unit,
    double atLeast,
    double towards,
    boolean lowerIsBetter,
    String beside) {

  static Figure more(
      String name, double value, String unit, double atLeast, double towards, String beside) {
    return new Figure(name, value, unit, atLeast, towards, false, beside);
  }

  static Figure less(
      String name, double value, String unit, double atMost, double towards, String beside) {
    return new Figure(name, value, unit, atMost, towards, true, beside);
  }

  boolean holds() {
    return lowerIsBetter ? value <= atLeast : value >= atLeast;
  }
}
