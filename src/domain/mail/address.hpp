#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// The address of what somebody typed, "Eva@Exempel.se " as "Eva@exempel.se", its domain in ASCII (IDNA).
/// Nothing for what is no single address that every mail server takes (RFC 5321, 4.1.2, without quoted
/// strings): at most 64 characters before the @ and 254 in all, no blank, line break, bracket or quotation
/// mark, and ASCII alone before the @.
std::optional<std::string> mail_address(std::string_view typed);

}  // namespace medskapa
