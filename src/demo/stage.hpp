#pragma once

#include "app/act/act.hpp"
#include "demo/content.hpp"
#include "domain/staff/authorisation.hpp"
#include "jobs/log_job.hpp"
#include "store/files/installation.hpp"
#include "store/sql/writer.hpp"

#include <functional>
#include <map>
#include <stdexcept>
#include <string>

namespace medskapa::demo {

/// One process of the demo while it is filled: each act is done by a verb, at the time when it was done.
class Stage {
public:
    Stage(const store::Installation&, const std::string& base_url, Instant day_zero, std::string folder,
        const Clock&);

    const DemoContent& content() const { return content_; }
    bool is_finished_process() const { return content_.folder.empty(); }
    const jobs::LogSettings& log() const { return log_; }
    sql::Writer& writer() { return writer_; }
    sql::Connection& db() const { return *db_; }
    const std::string& secret() const { return secret_; }
    Instant now() const { return now_; }
    Day today() const { return content_.clock.day(now_); }

    /// Time passes until the moment; what was planned to be done before it is done on the way. Never
    /// backwards.
    void at(LocalTime moment) { at(content_.clock.instant(moment)); }
    void at(Instant moment);
    /// Has the act done once time has come to the moment; those of one moment in the order they were planned.
    void plan(LocalTime moment, std::function<void()> act) {
        plan(content_.clock.instant(moment), std::move(act));
    }
    void plan(Instant moment, std::function<void()> act);
    /// Time passes until nothing is planned.
    void carry_out();

    /// Throws std::runtime_error with what was wrong when the verb refuses; `what` names the row.
    template <class Verb>
    typename std::invoke_result_t<Verb, const app::Act&>::value_type write(
        const std::string& what, Verb verb) {
        auto result = app::perform(writer_, Actor::operating(), process, std::move(verb));
        if (!result) throw std::runtime_error{why(what, result.error())};
        return *std::move(result);
    }

    Process process;
    // What the rows of the content have become.
    std::map<std::string, Id<Step>> steps;
    std::map<std::string, Activity> activities;
    std::map<std::string, int> inspel_numbers;
    std::map<std::string, std::string> inspel_codes;  // of receipts
    std::map<std::string, Id<Issue>> issues;

private:
    std::string why(const std::string& what, const Failure&) const;
    void carry_out_next();

    Instant now_{};
    std::multimap<Instant, std::function<void()>> plans_;
    std::string secret_;
    jobs::LogSettings log_;
    DemoContent content_;
    std::unique_ptr<sql::Connection> db_;
    sql::Writer writer_;
};

}  // namespace medskapa::demo
