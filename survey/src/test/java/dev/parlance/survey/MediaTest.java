package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.MediaQuestion;
import dev.parlance.survey.question.Question;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of certain types as answers. */
class MediaTest {
    private static Survey survey(String language, String accept) {
        return Talk.survey(
                language,
                Map.of("photo", "Photo?", "more", "Thanks."),
                "{'id':'photo','kind':'media','accept':" + accept + "},{'id':'more','kind':'text'}");
    }

    private static Input file(String... contentTypes) {
        List<Input.Attachment> files = List.of(contentTypes).stream()
                .map(type -> new Input.Attachment(URI.create("https://files.example/" + type), type))
                .toList();
        return new Input.Text("", files, Optional.empty());
    }

    @Test
    void a_file_of_the_right_type_is_the_answer() {
        Talk ana = Talk.byText(survey("en", "['image']"));

        assertThat(ana.input(file("image/png"))).isEqualTo("Thanks.");
        assertThat(ana.answer("photo")).isEqualTo("https://files.example/image/png");
    }

    @Test
    void a_file_of_another_type_is_asked_again() {
        Talk ana = Talk.byText(survey("en", "['image']"));

        assertThat(ana.input(file("audio/ogg"))).isEqualTo("That is another kind of file. Please send a picture.");
        assertThat(ana.text("here")).isEqualTo("Please send a picture.");
    }

    @Test
    void without_types_a_reply_without_a_file_asks_for_any_file() {
        assertThat(Talk.byText(survey("en", "[]")).text("here")).isEqualTo("Please send a picture or another file.");
        assertThat(Talk.byText(survey("en", "['image','video']")).text("here"))
                .isEqualTo("Please send a picture or another file.");
    }

    @Test
    void files_of_other_types_are_left_out() {
        Talk ana = Talk.byText(survey("en", "['image','video']"));

        ana.input(file("text/vcard", "video/mp4"));

        assertThat(ana.answer("photo")).isEqualTo("https://files.example/video/mp4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image    | image/jpeg
            audio    | audio/ogg
            video    | video/mp4
            document | application/pdf
            document | text/vcard
            """)
    void a_type_has_content_types(String type, String contentType) {
        Talk ana = Talk.byText(survey("en", "['" + type + "']"));

        assertThat(ana.input(file(contentType))).isEqualTo("Thanks.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Es otro tipo de archivo. Por favor envíe un mensaje de voz u otra grabación.
            de | Das ist eine andere Art von Datei. Bitte senden Sie eine Sprachnachricht oder eine andere Aufnahme.
            zh | 这是另一种文件。 请发送语音留言或其他录音。
            """)
    void the_reply_to_another_type_is_in_the_language(String language, String reply) {
        assertThat(Talk.byText(survey(language, "['audio']")).input(file("image/png")))
                .isEqualTo(reply);
    }

    @Test
    void the_types_survive_a_round_trip_through_json() {
        Survey survey = survey("en", "['audio','image']");

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("photo"))
                .contains(Question.media("photo").accepting(MediaQuestion.Type.IMAGE, MediaQuestion.Type.AUDIO));
    }

    @Test
    void an_unknown_type_is_a_problem() {
        SurveyException e = catchThrowableOfType(SurveyException.class, () -> survey("en", "['smell']"));

        assertThat(e.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "talk.json:1: questions[0].accept has \"smell\", but must have only image, audio, video, document");
    }
}
