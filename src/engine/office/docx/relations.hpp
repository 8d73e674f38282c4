#pragma once

#include "engine/office/package.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// Where a part of a package leads (ECMA-376 part 2).
struct Relation {
    std::string id;
    std::string type;    // the last word of its address: "officeDocument", "footnotes", "hyperlink"
    std::string target;  // a part's name, or an address elsewhere
    bool is_elsewhere = false;
};
class Relations {
public:
    /// Those of a part; of the package itself for "".
    static Result<Relations> read(const Package&, const std::string& part);

    /// The part, or address, that a relation leads to; empty when there is none.
    std::string target(std::string_view id) const;
    /// The first part of this type; `otherwise` when there is none.
    std::string part(std::string_view type, std::string otherwise = {}) const;
    /// The part that a relation leads to; empty when there is none, and when it leads out of the file.
    std::string part_of(std::string_view id) const;
    const std::vector<Relation>& all() const { return all_; }

private:
    std::vector<Relation> all_;
};

}  // namespace medskapa::office
