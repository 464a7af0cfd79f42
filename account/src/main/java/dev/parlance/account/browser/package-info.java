/**
 * Calls from and to browsers: {@link dev.parlance.account.browser.TokenEndpoint} lets a signed-in user's browser in, {@link
 * dev.parlance.account.browser.OutgoingCalls} dials what a {@link dev.parlance.account.browser.DialPlan} allows, {@link
 * dev.parlance.account.browser.IncomingCalls} rings browsers.
 */
@NullMarked
package dev.parlance.account.browser;

import org.jspecify.annotations.NullMarked;
