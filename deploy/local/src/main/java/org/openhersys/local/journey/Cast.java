package org.openhersys.local.journey;

import org.openhersys.local.sample.SampleDirectory;

/**
 * The people of the walk, from the sample directory.
 *
 * @param receiving staff of the centre that receives what the hospital notifies (届出先)
 * @param requested staff of the centre of the patient's place, which is asked to take the case over
 * @param other staff of a third centre, with which the case is shared for a while (関係)
 * @param localGovernment 本庁 above the requested centre
 * @param manager the hospital's manager, who issues accounts and registers record systems
 */
record Cast(
    Person receiving, Person requested, Person other, Person localGovernment, Person manager) {
  private static final String STAFF = "HEALTH_CENTRE_STAFF";

  static Cast of(People people) {
    return new Cast(
        people.person(STAFF, SampleDirectory.RECEIVING_CENTRE),
        people.person(STAFF, SampleDirectory.CENTRE_OF_RESIDENCE),
        people.person(STAFF, SampleDirectory.OTHER_CENTRE),
        people.person("LOCAL_GOVERNMENT_STAFF", SampleDirectory.WARD_OF_RESIDENCE),
        people.person("INSTITUTION_MANAGER", SampleDirectory.HOSPITAL));
  }
}
