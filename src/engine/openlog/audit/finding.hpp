#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>

namespace medskapa::openlog {

/// Something that an examination of a log has to say.
struct Finding {
    enum class Kind {
        breach,  // a rule of the log is broken
        remark,  // lawful, and worth knowing: something was erased, a key was changed
    };

    Kind kind = Kind::breach;
    std::optional<std::uint64_t> place;  // the entry that it is about
    Complaint sentence;
};

inline Finding breach(std::optional<std::uint64_t> place, const char* message, Holes holes = {}) {
    return {Finding::Kind::breach, place, {{}, message, std::move(holes)}};
}

inline Finding remark(std::optional<std::uint64_t> place, const char* message, Holes holes = {}) {
    return {Finding::Kind::remark, place, {{}, message, std::move(holes)}};
}

}  // namespace medskapa::openlog
