#pragma once

#include "base/hole.hpp"
#include "base/sentence.hpp"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace medskapa {

/// One thing the person can put right. `message` is an English sentence that locale/ translates;
/// its holes, {} in order, are filled with `holes`.
struct Complaint {
    std::string field;
    std::string message;
    Holes holes = {};

    bool operator==(const Complaint&) const = default;
};

/// The sentence for our own logs and for files that machines read.
std::string in_english(const Complaint&);

/// A refusal that belongs to normal life: a person can read it and act on it.
/// What no person can act on (full disk, lost database) is an exception instead.
struct Failure {
    enum class Kind { invalid, not_found, not_allowed, closed, conflict };

    Kind kind = Kind::invalid;
    std::vector<Complaint> complaints = {};
};

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> refuse(Failure::Kind kind, std::vector<Complaint> complaints = {}) {
    return tl::unexpected{Failure{kind, std::move(complaints)}};
}

}  // namespace medskapa
