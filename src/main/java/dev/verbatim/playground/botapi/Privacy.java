package dev.verbatim.playground.botapi;

import java.util.Locale;
import java.util.Optional;

/// What a bot gets to see.
///
/// In groups, with privacy mode on and as a plain member, that is what is meant for it: commands
/// with its name; other commands if it was the last bot to speak; what was sent by its inline mode;
/// replies to what it said and to what was meant for it; and what the server itself says. Its name
/// in a text is not enough. What other bots write it never sees.
final class Privacy {

    private Privacy() {}

    static boolean sees(Bot bot, Post post) {
        Room room = post.room();
        if (room.isPrivate()) {
            return room.bot().filter(bot::equals).isPresent() && !post.isBy(bot);
        }
        if (!room.membership(bot).isInside()) {
            return false;
        }
        if (post.isService()) {
            return true;
        }
        if (!room.isChannel() && isByABot(post)) {
            return false;
        }
        boolean meant = isMeantFor(bot, post);
        return !post.isBy(bot) && (meant || seesAll(bot, room));
    }

    private static boolean isByABot(Post post) {
        return post.sender().account() instanceof Bot && post.sender().as() == null;
    }

    private static boolean seesAll(Bot bot, Room room) {
        return !bot.privacyMode() || room.membership(bot).isAdministrator();
    }

    private static boolean isMeantFor(Bot bot, Post post) {
        boolean meant = isCommandFor(bot, post) || bot.equals(post.via()) || isReplyTo(bot, post);
        if (meant) {
            post.meantFor().add(bot);
        }
        return meant;
    }

    private static boolean isCommandFor(Bot bot, Post post) {
        String command = command(post).toLowerCase(Locale.ROOT);
        if (command.contains("@")) {
            return command.endsWith("@" + bot.username().toLowerCase(Locale.ROOT));
        }
        return !command.isEmpty() && bot.equals(post.room().lastSpeaker());
    }

    private static String command(Post post) {
        String text = post.text();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.startsWith("/") ? text.substring(0, end) : "";
    }

    private static boolean isReplyTo(Bot bot, Post post) {
        return Optional.ofNullable(post.room().find(post.place().replyTo()))
                .filter(target -> target.isBy(bot) || target.meantFor().contains(bot))
                .isPresent();
    }
}
