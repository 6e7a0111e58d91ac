package dev.verbatim.telegram.editors;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may look at the numbers and change the articles.
///
/// @param admins their user ids on Telegram
@ConfigurationProperties("verbatim")
public record Editors(@DefaultValue Set<Long> admins) {

    public Editors {
        admins = Set.copyOf(admins);
    }

    boolean isEditor(long personId) {
        return admins.contains(personId);
    }
}
