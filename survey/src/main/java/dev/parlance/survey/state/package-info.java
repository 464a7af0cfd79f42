/** What a session's document stores. Not exported. */
@NullMarked
package dev.parlance.survey.state;

import org.jspecify.annotations.NullMarked;
