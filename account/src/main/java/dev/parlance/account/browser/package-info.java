/**
 * Calls from and to browsers: {@link dev.parlance.account.browser.TokenEndpoint} issues tokens for signed-in users, {@link
 * dev.parlance.account.browser.OutgoingCalls} dials what a {@link dev.parlance.account.browser.DialPlan} allows, {@link
 * dev.parlance.account.browser.IncomingCalls} rings browsers.
 */
@NullMarked
package dev.parlance.account.browser;

import org.jspecify.annotations.NullMarked;
