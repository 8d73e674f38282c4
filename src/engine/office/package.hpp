#pragma once

#include "base/archive/zip.hpp"
#include "base/result.hpp"
#include "engine/office/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

inline constexpr std::size_t most_entries = 2000;
inline constexpr std::uint64_t largest_part = 32ULL * 1024 * 1024;      // bytes, unpacked
inline constexpr std::uint64_t largest_package = 128ULL * 1024 * 1024;  // bytes, unpacked
inline constexpr std::uint64_t highest_ratio = 100;                     // unpacked to packed
inline constexpr std::uint64_t small_part = 1024ULL * 1024;             // below it no ratio is asked after

/// The archive of a DOCX or ODT, whose parts are unpacked one at a time. Parts are found whatever the case of
/// their names, and whichever slash divides them.
class Package {
public:
    /// Looks at the directory before anything is unpacked. Refuses what is no archive, more than fits the
    /// limits above, encrypted parts, and macros.
    static Result<Package> opened(std::string_view bytes);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Of a part, unpacked; 0 when there is none.
    std::uint64_t bytes_of(std::string_view name) const;
    /// Empty when there is no such part. Refuses a part that is broken.
    Result<std::string> part(std::string_view name) const;

private:
    struct Part {
        std::string name;  // lower case, with slashes
        zip::Entry entry;
    };

    Package(std::string_view bytes, std::vector<Part> parts) : bytes_{bytes}, parts_{std::move(parts)} {}

    const Part* find(std::string_view name) const;

    std::string_view bytes_;
    std::vector<Part> parts_;
};

inline constexpr auto locked = N_("The file is locked with a password. Save it without one");

/// Refuses with the sentence.
tl::unexpected<Failure> unfit(const char* why);

/// Walks a part, if it is there. Refuses broken XML and what is nested deeper than any text is.
Result<bool> walk(const Package&, std::string_view name, const XmlEvents&);

}  // namespace medskapa::office
