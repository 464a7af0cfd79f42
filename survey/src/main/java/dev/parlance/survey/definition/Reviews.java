package dev.parlance.survey.definition;

import dev.parlance.Problem;
import java.util.Collection;
import java.util.List;

/** The checks of a survey that loads without a problem. Each call makes them again. */
interface Reviews {
    /** Of a survey that was checked when respondents started it. */
    Reviews NONE = new Reviews() {
        @Override
        public List<Problem> warnings() {
            return List.of();
        }

        @Override
        public List<Problem> problemsWith(Collection<Survey> others) {
            return List.of();
        }
    };

    /** Things that work, but probably not as intended. */
    List<Problem> warnings();

    /** What does not fit the other surveys whose answers it uses. */
    List<Problem> problemsWith(Collection<Survey> others);
}
