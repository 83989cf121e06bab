package org.openhersys.identity.issuing;

import org.jspecify.annotations.Nullable;
import org.openhersys.identity.activation.Activation;

/**
 * An account with its activation code.
 *
 * @param activation null in the answer to a repetition: the code is shown once
 */
public record IssuedAccount(ManagedAccount account, @Nullable Activation activation) {}
