package org.openhersys.notification.form;

import java.util.EnumSet;
import java.util.Set;

/** 検査方法, item 12, each with the specimens that the form lists for it. */
public enum TestMethod {
  /** 分離・同定による病原体の検出. */
  ISOLATION(EnumSet.allOf(Specimen.class)),
  /** 核酸増幅法（PCR、LAMP等）. */
  NUCLEIC_ACID_AMPLIFICATION(EnumSet.allOf(Specimen.class)),
  /** 抗原定性検査. */
  ANTIGEN_QUALITATIVE(EnumSet.of(Specimen.NASAL_SWAB, Specimen.NASOPHARYNGEAL_SWAB)),
  /** 抗原定量検査. */
  ANTIGEN_QUANTITATIVE(
      EnumSet.of(Specimen.NASAL_SWAB, Specimen.NASOPHARYNGEAL_SWAB, Specimen.SALIVA));

  private final Set<Specimen> listed;

  TestMethod(Set<Specimen> listed) {
    this.listed = listed;
  }

  /** Whether the form lists the specimen for this method. */
  public boolean lists(Specimen specimen) {
    return listed.contains(specimen);
  }
}
