package dev.parlance.survey.machine;

/**
 * What a survey makes of one reply, and why.
 *
 * @param outcome what the survey makes of it
 * @param why what each expression of the reply was taken for, where that is defined, and which rule followed from it. It has
 *     words of the reply.
 */
public record TriedReply(ReplyOutcome outcome, String why) {}
