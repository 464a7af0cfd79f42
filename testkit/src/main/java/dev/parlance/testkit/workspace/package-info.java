/**
 * A fake Slack workspace on your machine, with the Events API and the Web API. Start with {@link
 * dev.parlance.testkit.workspace.FakeWorkspace}.
 */
@NullMarked
package dev.parlance.testkit.workspace;

import org.jspecify.annotations.NullMarked;
