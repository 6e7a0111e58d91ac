package dev.verbatim.telegram;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What time it is.
///
/// @param timeZone of groups that haven't said theirs
@ConfigurationProperties("verbatim")
record Calendar(@DefaultValue("UTC") ZoneId timeZone) {}
