#pragma once

#include "base/time.hpp"
#include "domain/site/process.hpp"
#include "engine/office/block_sink.hpp"
#include "store/sql/connection.hpp"
#include "web/words/words.hpp"

#include <functional>
#include <iosfwd>
#include <string_view>

/// The consultation report (samrådsredogörelse): how it was done, what came in, what was answered, what was
/// changed and why, and every inspel whole. Written piece by piece, so that its size costs no memory.
namespace medskapa::web::decision::report {

/// What it is about. The caller holds a snapshot, so that all its figures are of one moment.
struct Subject {
    sql::Connection& db;
    const Process& process;
    const Words& words;
    const Clock& clock;
    Instant now;
};

/// Hears what is being written and how much is done, from 0 to 1.
using Progress = std::function<void(std::string_view stage, double part)>;

std::string title_of(const Subject&);

/// What the numbers that were compared came to.
struct Check {
    std::int64_t compared = 0;
    std::int64_t differ = 0;

    bool is_right() const { return differ == 0; }
};

/// Writes the report's content, headings from the first level down, and last the check of its own numbers:
/// what it says and what it wrote against a recount of the database. O(inspel + issues) time, memory for the
/// issues' keys. Finishes the sink.
Check write(const Subject&, office::BlockSink&, const Progress&);

/// The same as an HTML document that stands by itself, with a look of its own.
Check write_html(const Subject&, std::ostream&, const Progress&);

}  // namespace medskapa::web::decision::report
