#include "openlog/entry.hpp"

#include <fmt/format.h>

namespace medskapa::openlog {

Digest commit(std::string_view salt, std::string_view label, std::string_view value) {
    std::string message{"medskapa.commit.v1"};
    message += '\0';
    message += static_cast<char>((label.size() >> 8U) & 0xFFU);
    message += static_cast<char>(label.size() & 0xFFU);
    message += label;
    message += value;
    return hmac_sha256(salt, message);
}

std::string canonical(const Entry& entry) {
    const auto rounded = std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<600>>>(entry.time);
    const auto time = time::iso(Instant{rounded.time_since_epoch()});
    auto out = fmt::format("medskapa.log/v1\ntype {}\ntime {}Z\nprocess {}\nobject {}\nprev {}\n", entry.type,
        time.substr(0, 16), entry.process, entry.object, entry.prev ? std::to_string(*entry.prev) : "-");
    for (const auto& commitment : entry.commitments)
        out += fmt::format("commit {} {}\n", commitment.label, base64(as_text(commitment.value)));
    return out;
}

Digest leaf_hash(std::string_view entry) {
    std::string message(1, '\0');
    message += entry;
    return sha256(message);
}

}  // namespace medskapa::openlog
