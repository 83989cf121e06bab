package org.openhersys.tracking.custody;

/** 根拠: by what a centre sees a case. It may have several at once. */
public enum CustodyGround {
  /** 届出先: reads for ever (Art. 12). */
  RECEIVING,
  /** 担当: writes; exactly one centre at every instant ([S4]). */
  RESPONSIBLE,
  /** 引継元: gave the case away, reads on for a while. */
  FORMER,
  /** 関係: as the responsible centre set it. */
  RELATED
}
