package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a likely answer is said back, in each language's own spelling. */
class SayingBackTest {
    private static final String YES_NO = "{'id':'again','kind':'yesNo'}";
    private static final String SEVERAL = "{'id':'liked','kind':'choices','options':['room','food','garden']}";

    @Test
    void yes_and_no_keep_their_accents() {
        Talk spanish = Talk.byText(Talk.survey("es-MX", Map.of("again", "¿Volvería?"), YES_NO));
        Talk portuguese = Talk.byText(Talk.survey("pt-BR", Map.of("again", "Você voltaria?"), YES_NO));

        assertThat(spanish.text("sí, si hace más calor")).isEqualTo("¿Quiso decir sí?");
        assertThat(portuguese.text("não, no inverno")).isEqualTo("Você quis dizer não?");
    }

    @Test
    void a_yes_before_unknown_words_is_likely() {
        Talk english = Talk.byText(Talk.survey("en", Map.of("again", "Would you come again?"), YES_NO));

        assertThat(english.text("yes, with my kids")).isEqualTo("Did you mean yes?");
    }

    @Test
    void several_options_are_joined_by_the_commas_of_the_language() {
        Talk english = likedIn("en", "What did you like?", "Room", "Food", "Garden");
        Talk chinese = likedIn("zh-CN", "您喜欢什么？", "房间", "早餐", "花园");
        Talk arabic = likedIn("ar", "ما الذي أعجبك؟", "الغرفة", "الفطور", "الحديقة");

        assertThat(english.text("all")).isEqualTo("Did you mean Room, Food, Garden?");
        assertThat(chinese.text("全部")).isEqualTo("您是指“房间、早餐、花园”吗？");
        assertThat(arabic.text("كلها")).isEqualTo("هل تقصد الغرفة، الفطور، الحديقة؟");
    }

    @Test
    void a_time_is_written_with_ordinary_spaces() {
        Talk english = Talk.byText(Talk.survey("en", Map.of("call", "When?"), "{'id':'call','kind':'time'}"));

        assertThat(english.text("4")).isEqualTo("Which did you mean? 1. 4:00 AM 2. 4:00 PM");
    }

    private static Talk likedIn(String tag, String question, String room, String food, String garden) {
        Map<String, String> prompts =
                Map.of("liked", question, "liked.room", room, "liked.food", food, "liked.garden", garden);
        return Talk.byText(Talk.survey(tag, prompts, SEVERAL));
    }
}
