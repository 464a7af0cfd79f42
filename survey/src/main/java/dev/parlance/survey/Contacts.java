package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.store.DocumentStore;
import java.util.function.UnaryOperator;

/**
 * The contacts of a store: the fields and groups of each person, which all its surveys share. Surveys read and set them; an
 * application can do both. Thread-safe.
 *
 * <pre>{@code
 * Contacts contacts = surveys.contacts();
 * contacts.change(person, contact -> contact.withField("plan", "gold").withGroup("members"));
 * contacts.of(person).isIn("members"); // true
 * }</pre>
 */
public final class Contacts {
    private final Respondents respondents;

    private Contacts(Respondents respondents) {
        this.respondents = respondents;
    }

    /** The contacts of a store, for programs that have no survey. */
    public static Contacts in(DocumentStore store) {
        return new Contacts(new Respondents(store));
    }

    /** A person's contact; without fields and groups if nothing is known. */
    public ContactRecord of(Address person) {
        return respondents.load(person).contact();
    }

    /**
     * Changes a person's contact. If others change it at the same time, the change is made again, from their result.
     *
     * @return the contact after the change
     */
    public ContactRecord change(Address person, UnaryOperator<ContactRecord> change) {
        return respondents
                .change(person, respondent -> respondent.with(change.apply(respondent.contact())))
                .contact();
    }
}
