#pragma once

#include "engine/openlog/signing/checkpoint.hpp"

#include <filesystem>
#include <optional>

namespace medskapa::store {

/// The newest head that each log has signed here, one small file a log, apart from all that is backed up and
/// restored: whoever puts an older database back is found out by it. Safe between processes.
class SignedHeads {
public:
    explicit SignedHeads(std::filesystem::path folder) : folder_{std::move(folder)} {}

    /// Throws std::runtime_error, with a sentence for the operator, when the file is broken.
    std::optional<openlog::TreeHead> newest(const std::string& origin) const;

    /// Puts the next head in place of the expected one, durably. False, and nothing is done, when another
    /// stands there: somebody else signs the same log. Throws std::runtime_error when it cannot be written.
    bool replace(const std::string& origin, const std::optional<openlog::TreeHead>& expected,
        const openlog::TreeHead& next) const;

private:
    std::filesystem::path file_of(const std::string& origin) const;

    std::filesystem::path folder_;
};

}  // namespace medskapa::store
