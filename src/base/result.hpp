#pragma once

#include "base/hole.hpp"
#include "base/language/sentence.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace medskapa {

/// What people fill in; domain/field.hpp says which fields there are. A form and a command each have their
/// own names for them.
enum class Field : std::uint8_t;

/// Where the fault lies: in a field, on a line of a file, in a field of that line, or in what else `part`
/// says.
struct Place {
    std::optional<Field> field = {};
    std::int64_t line = 0;  // from 1; 0 for none
    std::string part =
        {};  // of the field, as a municipality's code; without a field: a file, a code, a parameter

    Place() = default;
    Place(Field in, std::string of = {}) : field{in}, part{std::move(of)} {}
    Place(std::string what) : part{std::move(what)} {}
    Place(const char* what) : part{what} {}
    static Place on_line(std::int64_t number) {
        Place place;
        place.line = number;
        return place;
    }
    static Place in_row(std::int64_t number, Place place) {
        place.line = number;
        return place;
    }

    bool operator==(const Place&) const = default;
};

/// One thing the person can put right. `message` is an English sentence that locale/ translates;
/// its holes, {} in order, are filled with `holes`.
struct Complaint {
    Place place;
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
