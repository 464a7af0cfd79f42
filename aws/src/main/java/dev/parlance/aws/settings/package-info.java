/**
 * Settings and secrets in AWS: {@link dev.parlance.aws.settings.ParameterStore} and {@link
 * dev.parlance.aws.settings.StoredSecret}.
 */
@NullMarked
package dev.parlance.aws.settings;

import org.jspecify.annotations.NullMarked;
