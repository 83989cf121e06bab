package org.openhersys.identity.totp;

import java.util.List;

/** 回復コード that were just made; shown this once. */
public record NewRecoveryCodes(List<String> recoveryCodes) {}
