package dev.parlance.survey.question;

import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question for an e-mail address; spoken, "ana at example dot com". */
public record EmailQuestion(Frame frame) implements Question {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>(),;:\\\\\"]{1,64}@(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]{0,61}[\\p{L}\\p{Nd}])?\\.)+\\p{L}{2,24}");

    @Override
    public Question in(Frame newFrame) {
        return new EmailQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Optional<String> address = Said.in(input)
                .map(said -> said.heard() ? spoken(said.text(), hearing.words()) : said.text())
                .filter(text ->
                        text.length() <= LONGEST && ADDRESS.matcher(text).matches());
        return address.map(Reading::of).orElseGet(() -> Reading.unclear("invalid.email"));
    }

    private static String spoken(String text, Words words) {
        StringBuilder address = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            String folded = Folding.fold(word);
            if (words.list("at").contains(folded)) {
                address.append('@');
            } else if (words.list("dot").contains(folded)) {
                address.append('.');
            } else {
                address.append(word.toLowerCase(Locale.ROOT));
            }
        }
        return address.toString().replaceAll("\\.$", "");
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
