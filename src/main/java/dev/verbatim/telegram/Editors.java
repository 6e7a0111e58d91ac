package dev.verbatim.telegram;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may look at the numbers and change the articles.
///
/// @param admins their user ids on Telegram
@ConfigurationProperties("verbatim")
record Editors(@DefaultValue Set<Long> admins) {

    Editors {
        admins = Set.copyOf(admins);
    }

    boolean include(long personId) {
        return admins.contains(personId);
    }
}
