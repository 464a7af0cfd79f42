package dev.parlance.survey;

import dev.parlance.prompt.MediaFile;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.machine.UtteranceMedia;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.AnswerOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Replaces the names of media files by their URLs. Where a file has none, a list is empty: the words are said instead.
 *
 * @param base the URL of the handler that serves the files; empty if nothing serves them
 * @param files the survey's files by name
 */
record MediaLinks(Optional<URI> base, Map<String, MediaFile> files) implements UnaryOperator<List<String>> {
    static MediaLinks of(Survey survey, Optional<URI> base) {
        return new MediaLinks(base, survey.prompts().mediaFiles());
    }

    @Override
    public List<String> apply(List<String> media) {
        List<String> urls =
                media.stream().map(this::url).flatMap(Optional::stream).toList();
        return urls.size() == media.size() ? urls : List.of();
    }

    private Optional<String> url(String media) {
        if (media.contains("://")) {
            return Optional.of(media);
        }
        return base.flatMap(
                url -> Optional.ofNullable(files.get(media)).map(file -> url + "/" + new MediaPath(file).fileName()));
    }

    Reply in(Reply reply) {
        return new Reply(in(reply.said()), reply.ask().map(this::in), reply.next());
    }

    private Ask in(Ask ask) {
        List<AnswerOption> options = ask.options().all().stream()
                .map(option -> new AnswerOption(option.id(), option.key(), option.label(), apply(option.recordings())))
                .toList();
        return new Ask(
                in(ask.lead()), in(ask.text()), new AnswerOptions(ask.options().kind(), options), ask.expected());
    }

    private List<Utterance> in(List<Utterance> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.withMedia(new UtteranceMedia(
                        apply(sentence.media().recordings()),
                        apply(sentence.media().pictures()))))
                .toList();
    }
}
