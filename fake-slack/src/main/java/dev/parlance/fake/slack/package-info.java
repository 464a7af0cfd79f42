/**
 * A fake Slack workspace on your machine, with the Events API and the Web API. Start with {@link
 * dev.parlance.fake.slack.FakeWorkspace}.
 *
 * <pre>{@code
 * try (FakeWorkspace workspace = FakeWorkspace.start()) {
 *     FakeApp bot = workspace.app("CodeDoc").scopes("chat:write", "im:history").install();
 *     bot.requestUrl("http://localhost:8301/events").subscribes("message.im").messagesTab(true);
 *     FakeMember ana = workspace.member("Ana");
 *     ana.messages(bot, "Bonjour");
 *     ana.chatWith(bot).awaits("Bonjour, Ana");
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.slack;

import org.jspecify.annotations.NullMarked;
