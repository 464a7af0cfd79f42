package dev.parlance.survey;

import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.WavePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides who is not contacted, because of what happened to them in this survey before. */
final class ContactRefusals {
    /** A call without a question for this long has ended, even if Twilio did not report it. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final String IN_CONTACT = "A text or call of the wave before is under way.";

    private static final StartResult CONTACTED_BEFORE =
            StartResult.because(Outcome.ALREADY_STARTED, "This person has been contacted before.");

    private final Revisions revisions;
    private final Runs runs;

    ContactRefusals(Revisions revisions, Runs runs) {
        this.revisions = revisions;
        this.runs = runs;
    }

    /** Why a campaign skips a person. A survey in progress on another channel can move to this one. */
    Optional<StartResult> ofCampaign(
            SessionState session, String channel, Optional<String> occasion, CampaignAttempt attempt) {
        Optional<CampaignMark> mark = CampaignMark.in(session).filter(attempt::isMarked);
        Optional<Claim> claim = Claim.in(session);
        if (mark.isPresent()) {
            return Optional.of(recorded(session, mark.get().isUnknown(), claim));
        }
        if (Runs.isForAnother(session, occasion)) {
            return Optional.empty();
        }
        boolean canRepeat = occasion.isEmpty()
                && session.progress().disposition() == Disposition.COMPLETED
                && revisions.current().isRepeatable();
        if (session.isOver()) {
            return canRepeat ? Optional.empty() : ofOutcome(session, occasion).or(() -> Optional.of(CONTACTED_BEFORE));
        }
        boolean isInTouch = claim.isPresent()
                || (session.progress().stage() != Stage.NEW && session.channel().equals(channel));
        return isInTouch ? Optional.of(CONTACTED_BEFORE) : Optional.empty();
    }

    /** The result of a node of the same campaign that ended before it could store it in the campaign. */
    private static StartResult recorded(SessionState session, boolean isUnknown, Optional<Claim> claim) {
        boolean isOpen = claim.filter(open -> !open.isPostponed()).isPresent()
                && session.contact().call().isEmpty();
        if (isUnknown || isOpen) {
            return StartResult.UNKNOWN;
        }
        return session.progress().disposition() == Disposition.UNREACHABLE
                ? StartResult.of(Outcome.UNREACHABLE)
                : StartResult.STARTED;
    }

    /** Why a person can't be invited again. */
    Optional<StartResult> of(SessionState session, Optional<String> occasion, Instant now) {
        Optional<Integer> wave = occasion.flatMap(WavePlan::waveOf)
                .filter(any -> revisions.current().waves().isPresent());
        boolean isNextWave = wave.filter(number -> number > session.wave()).isPresent();
        if (isUnderWay(session, now)) {
            return Optional.of(
                    isNextWave
                            ? StartResult.later(Outcome.DEFERRED, IN_CONTACT, now.plus(Outreach.CLAIM))
                            : StartResult.ALREADY_STARTED);
        }
        if (isNextWave && WaveSchedule.hasLeft(session)) {
            return ofOutcome(session, Optional.empty());
        }
        if (wave.filter(number -> WaveSchedule.hasLater(session, number)).isPresent()) {
            return Optional.of(
                    StartResult.because(Outcome.ALREADY_STARTED, "A later wave takes the place of this one."));
        }
        if (Runs.isForAnother(session, occasion)) {
            return occasion.flatMap(name -> runs.earlier(session, name))
                    .map(earlier -> ofOutcome(earlier, occasion).orElse(StartResult.ALREADY_STARTED));
        }
        return ofOutcome(session, occasion);
    }

    /** The result for a person who has completed the survey or does not want it. */
    private Optional<StartResult> ofOutcome(SessionState session, Optional<String> occasion) {
        return switch (session.progress().disposition()) {
            case COMPLETED -> {
                boolean canRepeat = revisions.current().isRepeatable() && occasion.isEmpty();
                yield canRepeat ? Optional.empty() : Optional.of(StartResult.of(Outcome.COMPLETED));
            }
            case REFUSED, SCREENED_OUT -> Optional.of(StartResult.of(Outcome.DECLINED));
            case OPTED_OUT -> Optional.of(StartResult.OPTED_OUT);
            default -> Optional.empty();
        };
    }

    /** Whether a text or a call is under way. A postponed one does not count. */
    private static boolean isUnderWay(SessionState session, Instant now) {
        Contact contact = session.contact();
        boolean isClaimed =
                Claim.in(session).filter(claim -> !claim.isPostponed()).isPresent()
                        && contact.wakeAt().filter(now::isBefore).isPresent();
        boolean isInCall = contact.call().isPresent()
                && session.progress()
                        .asked()
                        .filter(asked -> asked.plus(LONGEST_SILENCE).isAfter(now))
                        .isPresent();
        return isClaimed || isInCall;
    }

    /** Whether answers are of no use any more: of anybody, or of a person in the middle of the survey. */
    boolean isTooLate(Optional<SessionState> session, Instant now) {
        return session.filter(open -> !open.isOver())
                .flatMap(open -> SurveyMachine.relevantUntil(revisions.of(open.revision()), open))
                .or(() -> revisions.current().relevance().until())
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }
}
