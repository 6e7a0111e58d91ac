package dev.verbatim.group.threads;

import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.DialogueAct;
import dev.verbatim.group.threads.LinkFeature.LinkFeatureVector;
import dev.verbatim.group.threads.ThreadMessage.Shape;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import dev.verbatim.group.threads.Transcript.OpenThread;
import dev.verbatim.group.threads.WeightedTerms.Shared;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An extractor of the features that link one message to each of its candidates.
final class LinkFeatureExtractor {

    /// What counts as much; see [LinkFeatureVector#setLog].
    private static final double MANY_LINES = Math.log1p(100);

    private static final double FEW_LINES = Math.log1p(6);
    private static final double LONG = Math.log1p(50);

    /// In minutes: longer ago is as good as never.
    private static final double NEVER = 150;

    private static final double LONG_AGO = Math.log1p(NEVER);

    private final ThreadMessage me;
    private final @Nullable LinkedMessage mine;
    private final List<LinkedMessage> window;
    private final InterveningMessages interveningMessages;
    private final SurroundingTalk surroundingTalk;
    private final Map<OpenThread, Double> sharedWithStrands = new HashMap<>();
    private final LinkFeatureVector aboutMe;

    LinkFeatureExtractor(ThreadMessage me, Transcript transcript, AnalyzedChat chat) {
        this.me = me;
        this.mine = transcript.lastBy(me.author());
        this.window = transcript.window();
        this.interveningMessages = new InterveningMessages(me);
        this.surroundingTalk = new SurroundingTalk(me, window, chat);
        this.aboutMe = aboutMe();
    }

    /// The features of starting a thread.
    LinkFeatureVector start() {
        return aboutMe.copy().set(LinkFeature.STARTS, true);
    }

    /// The features of answering a message. Candidates must come in order, the nearest first.
    LinkFeatureVector answer(LinkedMessage said) {
        LinkFeatureVector linkFeatureVector = aboutMe.copy();
        ThreadMessage they = said.threadMessage();
        distance(they, linkFeatureVector);
        names(they, linkFeatureVector);
        history(they, linkFeatureVector);
        words(they, linkFeatureVector);
        shape(they.shape(), linkFeatureVector);
        thread(said, linkFeatureVector);
        talk(said, linkFeatureVector);
        interveningMessages.pass(they);
        return linkFeatureVector;
    }

    private LinkFeatureVector aboutMe() {
        Shape shape = me.shape();
        return new LinkFeatureVector()
                .set(LinkFeature.I_ASK, shape.asks())
                .set(LinkFeature.I_GREET, shape.greets())
                .set(LinkFeature.I_THANK, shape.thanks())
                .set(LinkFeature.I_ANSWER, shape.answers())
                .set(LinkFeature.I_LINK, shape.links())
                .set(LinkFeature.I_COMMAND, shape.commands())
                .setLog(LinkFeature.MY_LENGTH, shape.words(), LONG)
                .set(LinkFeature.I_AM_NEW, mine == null)
                .setLog(LinkFeature.MY_SILENCE, mine == null ? NEVER : since(mine), LONG_AGO)
                .setLog(
                        LinkFeature.PAUSE,
                        window.isEmpty() ? NEVER : since(window.getFirst()),
                        LONG_AGO)
                .set(
                        LinkFeature.I_NAME_SOMEBODY,
                        window.stream().anyMatch(said -> me.names(said.threadMessage())))
                .set(LinkFeature.I_WAS_NAMED, wasNamedSinceMine())
                .set(LinkFeature.I_AGREE, me.agreeing())
                .set(LinkFeature.I_CHAT, me.probability(DialogueAct.CHATTER))
                .set(LinkFeature.I_CORRECT, me.probability(DialogueAct.CORRECTION))
                .set(LinkFeature.I_INFORM, me.probability(DialogueAct.ANSWER))
                .set(LinkFeature.SOMEBODY_NAMES_ME_NEXT, surroundingTalk.anybodyNamesMe())
                .setLog(
                        LinkFeature.RELATIVE_PAUSE,
                        window.isEmpty() ? NEVER : since(window.getFirst()) / pace(),
                        MANY_LINES);
    }

    private boolean wasNamedSinceMine() {
        return window.stream()
                .takeWhile(said -> !said.threadMessage().sameAuthor(me))
                .anyMatch(said -> said.threadMessage().names(me));
    }

    private double since(LinkedMessage said) {
        return me.minutesSince(said.threadMessage());
    }

    private void distance(ThreadMessage they, LinkFeatureVector linkFeatureVector) {
        int between = me.position() - they.position() - 1;
        linkFeatureVector
                .set(LinkFeature.NEXT, between == 0)
                .setLog(LinkFeature.DISTANCE, between, MANY_LINES)
                .set(LinkFeature.NEARNESS, 1.0 / (between + 1))
                .setLog(LinkFeature.MINUTES, me.minutesSince(they), LONG_AGO);
    }

    private void names(ThreadMessage they, LinkFeatureVector linkFeatureVector) {
        boolean named = me.names(they);
        linkFeatureVector
                .set(LinkFeature.I_ADDRESS_THEM, me.addresses(they))
                .set(LinkFeature.I_NAME_THEM, named)
                .set(
                        LinkFeature.I_NAME_THEM_LAST,
                        named && interveningMessages.countBy(they.author()) == 0)
                .set(LinkFeature.THEY_ADDRESS_ME, they.addresses(me))
                .set(LinkFeature.THEY_NAME_ME, they.names(me))
                .set(
                        LinkFeature.THEY_NAME_ME_LAST,
                        they.names(me) && !interveningMessages.anybodyNamedMe())
                .set(LinkFeature.I_NAME_OTHERS, !me.analysis().named().isEmpty() && !named)
                .set(
                        LinkFeature.THEY_NAME_OTHERS,
                        !they.analysis().named().isEmpty() && !they.names(me))
                .set(LinkFeature.SAME_THIRD, me.namesSameAs(they))
                .set(
                        LinkFeature.NOBODY_NAMED,
                        me.analysis().named().isEmpty() && they.analysis().named().isEmpty());
    }

    private void history(ThreadMessage they, LinkFeatureVector linkFeatureVector) {
        int mineSince = interveningMessages.countBy(me.author());
        int theirsSince = interveningMessages.countBy(they.author());
        boolean same = they.sameAuthor(me);
        linkFeatureVector
                .set(LinkFeature.MINE, same)
                .set(LinkFeature.MY_LAST, same && mineSince == 0)
                .set(LinkFeature.THEIR_LAST, !same && theirsSince == 0)
                .setLog(LinkFeature.MINE_SINCE, mineSince, FEW_LINES)
                .setLog(LinkFeature.THEIRS_SINCE, theirsSince, FEW_LINES)
                .set(LinkFeature.I_TALK_TO_THEM, interveningMessages.namedLastByMe(they))
                .set(LinkFeature.THEY_TALK_TO_ME, interveningMessages.namedMeLast(they))
                .set(LinkFeature.I_NAMED_THEM_SINCE, interveningMessages.namedByMe(they))
                .set(LinkFeature.NAMED_SINCE, interveningMessages.named(they))
                .set(LinkFeature.THEY_NAMED_ME_SINCE, interveningMessages.namedMe(they));
    }

    private void words(ThreadMessage they, LinkFeatureVector linkFeatureVector) {
        Shared shared = me.terms().sharedWith(they.terms());
        linkFeatureVector
                .set(LinkFeature.SHARED, enough(shared.sum()))
                .set(LinkFeature.RAREST, shared.rarest())
                .set(LinkFeature.OVERLAP, shared.overlap());
    }

    private void shape(Shape their, LinkFeatureVector linkFeatureVector) {
        Shape my = me.shape();
        linkFeatureVector
                .set(LinkFeature.THEY_ASK, their.asks())
                .set(LinkFeature.ASK_AND_TELL, their.asks() && !my.asks())
                .set(LinkFeature.ASK_AND_ANSWER, their.asks() && my.answers())
                .set(LinkFeature.THEY_GREET, their.greets())
                .set(LinkFeature.GREETINGS, their.greets() && my.greets())
                .set(LinkFeature.THEY_THANK, their.thanks())
                .set(LinkFeature.THEY_LINK, their.links())
                .set(LinkFeature.THEY_COMMAND, their.commands())
                .setLog(LinkFeature.THEIR_LENGTH, their.words(), LONG);
    }

    private void thread(LinkedMessage said, LinkFeatureVector linkFeatureVector) {
        OpenThread openThread = said.openThread();
        linkFeatureVector
                .set(LinkFeature.STARTED, said.parent() == null)
                .set(LinkFeature.LAST_OF_THREAD, openThread.endsWith(said.threadMessage()))
                .set(LinkFeature.I_TAKE_PART, openThread.hasParticipant(me.author()))
                .set(
                        LinkFeature.NAMED_TAKES_PART,
                        openThread.hasAnyParticipant(me.analysis().named()))
                .set(LinkFeature.MY_THREAD, mine != null && mine.openThread() == openThread)
                .setLog(LinkFeature.ANSWERS, said.answers(), FEW_LINES)
                .set(LinkFeature.I_ANSWERED, said.isAnsweredBy(me.author()))
                .setLog(LinkFeature.THREAD_LENGTH, openThread.size(), MANY_LINES)
                .set(LinkFeature.SHARED_WITH_THREAD, enough(sharedWith(openThread)));
    }

    /// What short talk that names nobody goes by: its rhythm, who takes turns, what was asked.
    private void talk(LinkedMessage said, LinkFeatureVector linkFeatureVector) {
        ThreadMessage they = said.threadMessage();
        boolean asks = they.shape().asks() && !they.sameAuthor(me);
        linkFeatureVector
                .setLog(LinkFeature.RELATIVE_DISTANCE, me.minutesSince(they) / pace(), MANY_LINES)
                .setLog(LinkFeature.TURNS_TAKEN, surroundingTalk.turnsWith(they), FEW_LINES)
                .setLog(
                        LinkFeature.OTHERS_BETWEEN,
                        interveningMessages.authorsBesides(they),
                        FEW_LINES)
                .set(LinkFeature.THEY_WROTE_ALL_SINCE, interveningMessages.areAllBy(they))
                .set(LinkFeature.UNANSWERED, asks && said.answers() == 0)
                .set(LinkFeature.ASKED_LAST, asks && interveningMessages.areAllBy(they))
                .set(
                        LinkFeature.THEY_PROPOSE,
                        they.probability(DialogueAct.PROPOSAL)
                                + they.probability(DialogueAct.REQUEST))
                .set(LinkFeature.THEY_NAME_ME_NEXT, surroundingTalk.theyNameMe(they))
                .set(LinkFeature.I_NAME_THEM_NEXT, surroundingTalk.iName(they))
                .set(LinkFeature.THEY_WRITE_NEXT, surroundingTalk.isNext(they));
    }

    private double pace() {
        return surroundingTalk.pace();
    }

    private double sharedWith(OpenThread openThread) {
        return sharedWithStrands.computeIfAbsent(openThread, other -> other.sharedWith(me.terms()));
    }

    /// Three of the rarest words count as much as any more.
    private static double enough(double rarities) {
        return Math.min(1, rarities / 3);
    }
}
