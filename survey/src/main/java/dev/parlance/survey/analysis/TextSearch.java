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
    private final Selection answered;

    private TextSearch(IndexedQuestion question, Replies replies, Selection answered) {
        this.question = question;
        this.replies = replies;
        this.answered = answered;
    }

    static TextSearch in(Selection selection, IndexedQuestion question, Replies replies) {
        boolean hasWords = question.question().acceptsAnyText()
                || !question.question().followUps().isEmpty();
        if (!hasWords) {
            throw new SurveyException("The question \"" + question.id() + "\" is not answered in words");
        }
        return new TextSearch(question, replies, selection.narrowed(answered(question)));
    }

    private List<SessionLoader.Run> newest(int limit) {
        NewestRows newest = new NewestRows(limit);
        answered.forEach(newest);
        return newest.newestFirst();
    }

    private static Selection.Narrowing answered(IndexedQuestion question) {
        return (chunk, rows) -> {
            boolean[] has = new boolean[Snapshot.CHUNK_ROWS];
            int[] codes = new int[Snapshot.CHUNK_ROWS];
            for (IndexedQuestion.Round round : question.rounds()) {
                chunk.read(round.main(), codes);
                for (int row : rows) {
                    has[row] |= codes[row] >= AnswerCode.ANSWERED && !question.isRefusal(codes[row]);
                }
            }
            return Selection.where(rows, row -> has[row]);
        };
    }

    TextAnswers page(String search, int offset, int limit) {
        String wanted = TextNormalizer.normalize(search);
        boolean isOneEach =
                question.rounds().size() <= 1 && question.question().followUps().isEmpty();
        return wanted.isEmpty() && isOneEach ? all(offset, limit) : matching(wanted, offset, limit);
    }

    /** Reads only the page: everybody has one text. */
    private TextAnswers all(int offset, int limit) {
        int total = answered.size();
        List<SessionLoader.Run> runs = newest((int) Math.min(total, (long) offset + limit));
        List<SessionLoader.Run> page = runs.subList(Math.min(offset, runs.size()), runs.size());
        return new TextAnswers(total, total, replies.texts(page, question.id()));
    }

    private TextAnswers matching(String wanted, int offset, int limit) {
        List<GivenReply> page = new ArrayList<>();
        List<SessionLoader.Run> runs = newest(MOST_PEOPLE);
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
