/**
 * A workspace with Slack's Events API and Web API on the developer's own machine: {@link
 * dev.parlance.testkit.workspace.FakeWorkspace} and the people in it.
 */
@NullMarked
package dev.parlance.testkit.workspace;

import org.jspecify.annotations.NullMarked;
