package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.SessionLoader;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.words.TextNormalizer;
import java.util.ArrayList;
import java.util.List;

/** Finds people's own words in answer to a question. */
final class TextSearch {
    private static final int MOST_PEOPLE = 20_000;
    private static final int BATCH = 500;

    private final IndexedQuestion question;
    private final Replies replies;
    private final List<SessionLoader.Run> runs;

    private TextSearch(IndexedQuestion question, Replies replies, List<SessionLoader.Run> runs) {
        this.question = question;
        this.replies = replies;
        this.runs = runs;
    }

    static TextSearch in(Selection selection, IndexedQuestion question, Replies replies) {
        boolean hasWords = question.question().acceptsAnyText()
                || !question.question().followUps().isEmpty();
        if (!hasWords) {
            throw new SurveyException("The question \"" + question.id() + "\" is not answered in words");
        }
        NewestRows newest = new NewestRows(MOST_PEOPLE);
        selection.narrowed(answered(question)).forEach(newest);
        return new TextSearch(question, replies, newest.newestFirst());
    }

    private static Selection.Narrowing answered(IndexedQuestion question) {
        return (chunk, rows) -> {
            boolean[] has = new boolean[Snapshot.CHUNK_ROWS];
            int[] codes = new int[Snapshot.CHUNK_ROWS];
            for (IndexedQuestion.Round round : question.rounds()) {
                chunk.read(round.main(), codes);
                for (int row : rows) {
                    has[row] |= codes[row] >= AnswerCode.ANSWERED;
                }
            }
            return Selection.where(rows, row -> has[row]);
        };
    }

    TextAnswers page(String search, int offset, int limit) {
        List<GivenReply> page = new ArrayList<>();
        String wanted = TextNormalizer.normalize(search);
        int total = 0;
        int searched = 0;
        for (int from = 0; from < runs.size(); from += BATCH) {
            List<SessionLoader.Run> batch = runs.subList(from, Math.min(runs.size(), from + BATCH));
            for (GivenReply reply : replies.texts(batch, question.id())) {
                searched++;
                if (TextNormalizer.normalize(reply.words()).contains(wanted)) {
                    if (total >= offset && page.size() < limit) {
                        page.add(reply);
                    }
                    total++;
                }
            }
        }
        return new TextAnswers(total, searched, page);
    }
}
