package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.Disposition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people leave, what they said last, and the words of their answers without what could identify them. */
class WordsTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);

    @Test
    void a_funnel_counts_who_got_how_far() {
        runs.run("+15005550001").save();
        runs.run("+15005550002").starts(1).isAsked("agree").save();
        runs.run("+15005550003")
                .starts(1)
                .answers("agree", "yes")
                .leaves(Disposition.BROKE_OFF, "taste")
                .save();
        runs.run("+15005550004")
                .starts(1)
                .answers("agree", "no")
                .answers("taste", "2")
                .completes(9)
                .save();

        DropOff dropOff = runs.all().dropOff();

        assertThat(dropOff.people().invited()).isEqualTo(4);
        assertThat(dropOff.steps())
                .startsWith(
                        new DropOff.Step("agree", 3, 3, 2, 0, 1),
                        new DropOff.Step("taste", 2, 2, 1, 1, 0),
                        new DropOff.Step("recommend", 1, 0, 0, 0, 0));
        assertThat(dropOff.steps()).extracting(DropOff.Step::question).doesNotContain("arm", "score");
    }

    @Test
    void the_last_words_of_those_who_left_come_newest_first() {
        runs.run("+15005550001")
                .starts(1)
                .answers("agree", "yes")
                .misses("taste", "call me at #")
                .leaves(Disposition.BROKE_OFF, "taste")
                .save();
        runs.run("+15005550002")
                .starts(60)
                .answers("agree", "no")
                .leaves(Disposition.BROKE_OFF, "taste")
                .save();
        runs.run("+15005550003")
                .starts(90)
                .answers("agree", "no")
                .isAsked("taste")
                .save();

        Analysis analysis = runs.all();

        assertThat(analysis.lastWords("taste", 20))
                .extracting(reply -> reply.respondent() + " " + reply.question() + " " + reply.words())
                .containsExactly("…02 agree no", "…01 taste call me at #");
        assertThat(analysis.lastWords("taste", 1)).hasSize(1);
        assertThat(analysis.lastWords("agree", 20)).isEmpty();
    }

    private void says(String person, int seconds, String words) {
        runs.run(person).starts(seconds).answers("why", words).save();
    }

    @Test
    void texts_are_searched_whatever_their_case_and_accents() {
        says("+15005550001", 1, "El CAFÉ estaba frío");
        says("+15005550002", 2, "too cold");
        says("+15005550003", 3, "mejor cafe que nunca");

        assertThat(words(runs.all().texts("why", "", 0, 10)))
                .containsExactly("mejor cafe que nunca", "too cold", "El CAFÉ estaba frío");
        TextAnswers found = runs.all().texts("why", "Café", 0, 10);
        assertThat(words(found)).containsExactly("mejor cafe que nunca", "El CAFÉ estaba frío");
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.searched()).isEqualTo(3);
        assertThat(words(runs.all().texts("why", "cafe", 1, 1))).containsExactly("El CAFÉ estaba frío");
        assertThat(words(runs.all().texts("why", "", 1, 1))).containsExactly("too cold");
        assertThat(runs.all().texts("why", "", 9, 5)).isEqualTo(new TextAnswers(3, 3, List.of()));
        assertThat(runs.matching(ResultFilter.ALL.withLanguage("es"))
                        .texts("why", "", 0, 10)
                        .total())
                .isZero();
    }

    private static List<String> words(TextAnswers answers) {
        return answers.page().stream().map(GivenReply::words).toList();
    }

    @Test
    void names_numbers_and_addresses_are_hidden() {
        runs.run("+15005550001")
                .variable("name", "Ana Pérez")
                .starts(1)
                .answers(
                        "why",
                        "I'm ANA Perez, member of the Gold-Club, call +1 (202) 555-0123 or ana@example.com, see www.example.com")
                .save();
        runs.contact("+15005550001", "club", "gold-club");

        assertThat(words(runs.all().texts("why", "", 0, 10)))
                .containsExactly("I'm # #, member of the #-#, call # or # see #");
        assertThat(runs.all().texts("why", "perez", 0, 10).total()).isZero();
        assertThat(runs.all().latest(10))
                .extracting(GivenReply::words)
                .containsExactly("I'm # #, member of the #-#, call # or # see #");
    }

    @Test
    void names_in_scripts_without_spaces_are_hidden_within_a_sentence() {
        runs.run("+15005550001")
                .variable("name", "王小明")
                .starts(1)
                .answers("why", "我叫王小明，很满意")
                .save();
        runs.run("+15005550002")
                .variable("name", "김민수")
                .starts(2)
                .answers("why", "저는 김민수입니다")
                .save();

        assertThat(words(runs.all().texts("why", "", 0, 10))).containsExactly("저는 #입니다", "我叫#，很满意");
    }

    @Test
    void links_without_a_scheme_are_hidden() {
        says("+15005550001", 1, "see facebook.com/ana.perez.9 or t.me/ana, yes/no");

        assertThat(words(runs.all().texts("why", "", 0, 10))).containsExactly("see # or # yes/no");
    }

    @Test
    void a_long_text_is_cut_between_words_so_that_no_half_name_is_left() {
        runs.run("+15005550001")
                .variable("name", "Aleksandra")
                .starts(1)
                .answers("why", "x ".repeat(997) + "Aleksandra")
                .save();

        assertThat(words(runs.all().texts("why", "", 0, 10)).get(0)).doesNotContain("Alek");
    }

    @Test
    void the_words_for_an_option_such_as_other_are_texts() {
        runs.run("+15005550001")
                .starts(1)
                .specifies("drink", "other", "mango lassi")
                .save();
        runs.run("+15005550002").starts(2).answers("drink", "tea").save();

        Analysis analysis = runs.all();

        assertThat(words(analysis.texts("drink", "", 0, 10))).containsExactly("mango lassi");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> analysis.texts("agree", "", 0, 10))
                .withMessage("The question \"agree\" is not answered in words");
        assertThat(analysis.latest(1)).extracting(GivenReply::words).containsExactly("About drink tea");
    }

    @Test
    void the_latest_answers_are_those_of_the_people_who_replied_last() {
        runs.run("+15005550001")
                .starts(1)
                .answers("agree", "yes")
                .answers("taste", "5")
                .save();
        runs.run("+15005550002")
                .in("es")
                .starts(60)
                .answers("place", "19.4326,-99.1332")
                .save();
        runs.run("+15005550003")
                .starts(2)
                .answers("amount", "5552368")
                .answers("moved", "2024-05")
                .save();

        assertThat(runs.all().latest(5)).extracting(GivenReply::words).contains("#", "May 2024");
        assertThat(runs.all().latest(2))
                .extracting(reply -> reply.respondent() + " " + reply.question() + " " + reply.words() + " "
                        + reply.language() + " " + reply.channel())
                .containsExactly("…02 place 19.4,-99.1 es text", "…03 moved May 2024 en text");
    }

    @Test
    void somebody_who_is_forgotten_leaves_the_figures() {
        says("+15005550001", 1, "too cold");
        assertThat(runs.all().overview().people().invited()).isEqualTo(1);

        runs.forget("+15005550001");

        Analysis after = runs.all();
        assertThat(after.overview().people().invited()).isZero();
        assertThat(after.latest(5)).isEmpty();
        assertThat(after.texts("why", "", 0, 10).total()).isZero();
    }

    @Test
    void misunderstood_replies_are_counted_in_the_selection() {
        runs.run("+15005550001")
                .starts(1)
                .misses("drink", "mate")
                .misses("drink", "mate")
                .save();
        runs.run("+15005550002").in("es").starts(1).misses("drink", "mate").save();

        assertThat(runs.all().misunderstood().rows())
                .containsExactly(
                        new MissedReplies.Row("drink", "en", "text", "mate", 2),
                        new MissedReplies.Row("drink", "es", "text", "mate", 1));
        assertThat(runs.matching(ResultFilter.ALL.withLanguage("es"))
                        .misunderstood()
                        .rows())
                .hasSize(1);
    }
}
