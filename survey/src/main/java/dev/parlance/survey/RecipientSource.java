package dev.parlance.survey;

import dev.parlance.Problem;
import java.util.List;

/** People to add to a campaign, read one after the other. */
interface RecipientSource {
    /** Reads all people, and passes each of them, or the problems that prevent it, to the receiver. */
    void read(RecipientCheck check, Receiver receiver);

    /** Receives people and problems. */
    interface Receiver {
        /** Receives a person without problems. */
        void add(String file, int line, Campaign.Recipient person);

        /** Receives the problems of a line, which is left out. */
        void reject(List<Problem> problems);

        /** Receives a problem of the whole file. */
        void problem(Problem problem);
    }
}
