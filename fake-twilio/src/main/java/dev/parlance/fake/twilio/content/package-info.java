/**
 * What rich messages show on WhatsApp and RCS: buttons, lists and cards.
 *
 * <pre>{@code
 * FakeText question = twilio.phone("+5215512345678").onWhatsApp().lastMessage();
 * assertThat(question.buttons()).extracting(Button::title).containsExactly("Yes", "No");
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.twilio.content;

import org.jspecify.annotations.NullMarked;
