package dev.verbatim.group.threads;

import java.util.EnumMap;
import java.util.Map;

/// A feature of a message and a candidate for its parent: what speaks for or against the link. Each
/// is a number from 0 to about 1.
///
/// "I" am the author of the message, "they" wrote the candidate. Features that are only about me
/// weigh the others: a message that names nobody is understood by its distance.
enum LinkFeature {
    /// The candidate is myself: I start a thread.
    STARTS,

    /// They wrote just before.
    NEXT,
    /// How many messages lie between.
    DISTANCE,
    /// The same, for the near ones.
    NEARNESS,
    /// How much time lies between.
    MINUTES,

    /// They are me.
    MINE,
    /// It's the last that I wrote.
    MY_LAST,
    /// It's the last that they wrote.
    THEIR_LAST,
    /// I begin with their name.
    I_ADDRESS_THEM,
    /// I name them.
    I_NAME_THEM,
    /// I name them, and it's their last.
    I_NAME_THEM_LAST,
    /// They begin with my name.
    THEY_ADDRESS_ME,
    /// They name me.
    THEY_NAME_ME,
    /// They name me, and nobody did since.
    THEY_NAME_ME_LAST,
    /// I name others.
    I_NAME_OTHERS,
    /// They name others.
    THEY_NAME_OTHERS,
    /// Both name the same third.
    SAME_THIRD,
    /// Neither names anybody.
    NOBODY_NAMED,
    /// They were the last that I named.
    I_TALK_TO_THEM,
    /// I was the last that they named.
    THEY_TALK_TO_ME,
    /// How often I wrote since.
    MINE_SINCE,
    /// How often they wrote since.
    THEIRS_SINCE,
    /// I have named them since.
    I_NAMED_THEM_SINCE,
    /// Somebody has named them since.
    NAMED_SINCE,
    /// They have named me since.
    THEY_NAMED_ME_SINCE,

    /// How rare the words are that we share.
    SHARED,
    /// How rare the rarest is.
    RAREST,
    /// What part of my words that is.
    OVERLAP,

    /// They ask.
    THEY_ASK,
    /// I ask.
    I_ASK,
    /// They ask, I don't.
    ASK_AND_TELL,
    /// They greet.
    THEY_GREET,
    /// I greet.
    I_GREET,
    /// Both greet.
    GREETINGS,
    /// They thank.
    THEY_THANK,
    /// I thank.
    I_THANK,
    /// I begin as an answer does.
    I_ANSWER,
    /// They ask, and I begin as an answer does.
    ASK_AND_ANSWER,
    /// They share a link.
    THEY_LINK,
    /// I share a link.
    I_LINK,
    /// They order a machine to do something.
    THEY_COMMAND,
    /// I do.
    I_COMMAND,
    /// How much they say.
    THEIR_LENGTH,
    /// How much I say.
    MY_LENGTH,

    /// It starts a thread.
    STARTED,
    /// It's the last of its thread.
    LAST_OF_THREAD,
    /// I take part in its thread.
    I_TAKE_PART,
    /// Somebody whom I name does.
    NAMED_TAKES_PART,
    /// My last message is in its thread.
    MY_THREAD,
    /// How many answers it has.
    ANSWERS,
    /// I have answered it.
    I_ANSWERED,
    /// How long its thread is.
    THREAD_LENGTH,
    /// What rare words I share with its thread.
    SHARED_WITH_THREAD,

    /// I haven't written before.
    I_AM_NEW,
    /// How long I was silent.
    MY_SILENCE,
    /// How long everybody was.
    PAUSE,
    /// I name somebody who wrote lately.
    I_NAME_SOMEBODY,
    /// Somebody named me since I last wrote.
    I_WAS_NAMED,

    /// How much time lies between, measured by the chat's pace.
    RELATIVE_DISTANCE,
    /// How long everybody was silent, measured by the chat's pace.
    RELATIVE_PAUSE,
    /// How often they and I wrote one after the other.
    TURNS_TAKEN,
    /// How many others wrote in between.
    OTHERS_BETWEEN,
    /// Nobody but them wrote in between.
    THEY_WROTE_ALL_SINCE,
    /// They ask, and nobody has answered.
    UNANSWERED,
    /// They ask, and nobody else has written since.
    ASKED_LAST,
    /// They propose something, or ask for it.
    THEY_PROPOSE,
    /// I agree or decline.
    I_AGREE,
    /// I joke or chat.
    I_CHAT,
    /// I put something right.
    I_CORRECT,
    /// I say how something is.
    I_INFORM,
    /// They name me when they next write.
    THEY_NAME_ME_NEXT,
    /// I name them when I next write.
    I_NAME_THEM_NEXT,
    /// They are the next to write.
    THEY_WRITE_NEXT,
    /// Somebody names me soon.
    SOMEBODY_NAMES_ME_NEXT;

    /// The clues about one candidate.
    static final class LinkFeatureVector {

        private static final Map<LinkFeature, Integer> PLACES = places();

        private final float[] values;

        LinkFeatureVector() {
            this(new float[PLACES.size()]);
        }

        private LinkFeatureVector(float[] values) {
            this.values = values;
        }

        LinkFeatureVector copy() {
            return new LinkFeatureVector(values.clone());
        }

        private static Map<LinkFeature, Integer> places() {
            Map<LinkFeature, Integer> places = new EnumMap<>(LinkFeature.class);
            for (LinkFeature linkFeature : LinkFeature.values()) {
                places.put(linkFeature, places.size());
            }
            return places;
        }

        LinkFeatureVector set(LinkFeature linkFeature, boolean value) {
            return set(linkFeature, value ? 1 : 0);
        }

        LinkFeatureVector set(LinkFeature linkFeature, double value) {
            values[PLACES.getOrDefault(linkFeature, 0)] = (float) value;
            return this;
        }

        /// Sets a count or a time, of which twice as much isn't twice as telling.
        ///
        /// @param much the logarithm of one more than what counts as 1
        LinkFeatureVector setLog(LinkFeature linkFeature, double value, double much) {
            return set(linkFeature, Math.log1p(value) / much);
        }

        /// @param feature its place in [LinkFeature#values()]
        float value(int feature) {
            return values[feature];
        }
    }
}
