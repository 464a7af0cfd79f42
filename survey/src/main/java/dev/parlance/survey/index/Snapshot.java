package dev.parlance.survey.index;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an index had at one moment. Immutable. */
public final class Snapshot {
    /** The most rows of a chunk. */
    public static final int CHUNK_ROWS = Chunk.SIZE;

    private final List<Chunk> chunks;
    private final List<IndexedQuestion> questions;
    private final List<BitSet> questionsByRevision;
    private final SortedSet<String> channels;
    private final Schema schema;

    Snapshot(List<Chunk> chunks, Schema schema) {
        this.chunks = List.copyOf(chunks);
        this.questions = schema.questionsSoFar();
        this.questionsByRevision = schema.questionsByRevision();
        this.channels = Collections.unmodifiableSortedSet(
                new TreeSet<>(schema.channels().all()));
        this.schema = schema;
    }

    /** The rows. */
    public List<Chunk> chunks() {
        return chunks;
    }

    /** All questions with answers, by their numbers. */
    public List<IndexedQuestion> questions() {
        return questions;
    }

    /** All questions with answers, in the order of the survey. */
    public List<IndexedQuestion> inOrder() {
        return questions.stream()
                .sorted(Comparator.comparingInt(IndexedQuestion::place))
                .toList();
    }

    /** The question with this id. */
    public Optional<IndexedQuestion> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** Whether a revision has a question, both by their numbers. */
    public boolean hasQuestion(int revision, int question) {
        return questionsByRevision.get(revision).get(question);
    }

    /** The tag of the language with this number. */
    public String language(int number) {
        return schema.languages().value(number);
    }

    /** The names of all channels. */
    public SortedSet<String> channels() {
        return channels;
    }

    /** The name of the channel with this number. */
    public String channel(int number) {
        return schema.channels().value(number);
    }

    /** The id of the revision with this number. */
    public String revision(int number) {
        return schema.revisionIds().value(number);
    }

    /** The question's id, the language, the channel and the words of the missed reply with this number, separated by tabs. */
    public String missedReply(int number) {
        return schema.missed().value(number);
    }
}
