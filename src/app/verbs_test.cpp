#include "app/act/record.hpp"
#include "app/assessment/assessment.hpp"
#include "app/checklist/judgement.hpp"
#include "app/conversation/opinion.hpp"
#include "app/correction/correction.hpp"
#include "app/document/document.hpp"
#include "app/document/document_import.hpp"
#include "app/document/draft.hpp"
#include "app/document/undo.hpp"
#include "app/inspel/bulk.hpp"
#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/inspel/refusing.hpp"
#include "app/issue/issues.hpp"
#include "app/issue/next.hpp"
#include "app/issue/splitting.hpp"
#include "app/issue/taking_back.hpp"
#include "app/log/backup_keys.hpp"
#include "app/log/log_keys.hpp"
#include "app/log/log_repair.hpp"
#include "app/mail/following.hpp"
#include "app/mail/mail.hpp"
#include "app/moderation/conduct.hpp"
#include "app/moderation/reports.hpp"
#include "app/organisation/mandate.hpp"
#include "app/organisation/organisation.hpp"
#include "app/own_page/own_acts.hpp"
#include "app/own_page/own_identity.hpp"
#include "app/own_page/own_page.hpp"
#include "app/panel/panel.hpp"
#include "app/plan/plan.hpp"
#include "app/priority/priority.hpp"
#include "app/priority/weighing.hpp"
#include "app/privacy/person_extract.hpp"
#include "app/referral/forget_unsent.hpp"
#include "app/retention/retention.hpp"
#include "app/site/appearance.hpp"
#include "app/site/description.hpp"
#include "app/site/logotype.hpp"
#include "app/site/opening.hpp"
#include "app/site/release.hpp"
#include "app/site/setup.hpp"
#include "app/site/taking_back.hpp"
#include "app/staff/desk.hpp"
#include "app/staff/identity.hpp"
#include "app/staff/passkey.hpp"
#include "app/staff/staff.hpp"
#include "app/staff/table_memory.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/run.hpp"
#include "app/swot/swot.hpp"
#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "base/text.hpp"
#include "engine/openlog/tree/builder.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/moderation/report_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/pictures.hpp"
#include "support/plans.hpp"
#include "support/published_log.hpp"
#include "support/setups.hpp"
#include "support/test_passkey.hpp"
#include "support/walks.hpp"

#include <fstream>
#include <regex>

using namespace example;

namespace {

/// Every verb that the headers of app/ offer, with the right that it asks for.
std::map<std::string, Action> verbs_in_headers() {
    std::map<std::string, Action> verbs;
    static const std::regex verb{R"(\bResult<[^;{}]*>\s+(\w+)\(\s*Permitted<Action::(\w+)>)"};
    for (const auto& file : std::filesystem::recursive_directory_iterator{"src/app"}) {
        if (file.path().extension() != ".hpp") continue;
        std::ifstream stream{file.path()};
        const std::string source{std::istreambuf_iterator<char>{stream}, {}};
        for (auto match = std::sregex_iterator{source.begin(), source.end(), verb};
             match != std::sregex_iterator{}; ++match)
            verbs[(*match)[1]] = named<Action>((*match)[2].str());
    }
    return verbs;
}

/// A member of staff with a passphrase, until another lets them begin anew.
std::string walk_passphrase(Watch& watch, Id<User> user, std::string session) {
    const std::string key(one_time_key_bytes, 'k');
    const auto code = [&](int later) {
        return one_time_code(key, one_time_step(watch.database.now) + later);
    };
    session = watch("set_up_passphrase", [&](auto& act) {
        return app::set_up_passphrase(act, session, {"hash", key, code(0), secret});
    }).session;
    session = watch("sign_in_with_passphrase", [&](auto& act) {
        return app::sign_in_with_passphrase(act, app::RightPassphrase{user, "hash"},
            {.code = code(1), .device = Device::shared, .former_session = session, .secret = secret});
    });
    session = watch("change_passphrase", [&](auto& act) {
        return app::change_passphrase(act, session, "other");
    }).session;
    session = watch("renew_recovery_codes", [&](auto& act) {
        return app::renew_recovery_codes(act, session, secret);
    }).session;
    session = watch("drop_passphrase", [&](auto& act) { return app::drop_passphrase(act, session); }).session;
    return session;
}

/// The same with an account at a provider.
void walk_identity(Watch& watch, std::string session) {
    const app::ProvenIdentity identity{"https://login.example", "eva", watch.database.now};
    session = watch("tie_identity", [&](auto& act) {
        return app::tie_identity(act, session, identity, secret);
    }).session;
    session = watch("sign_in_with_identity", [&](auto& act) {
        return app::sign_in_with_identity(act, identity, {.former_session = session, .secret = secret});
    });
    watch("untie_identity", [&](auto& act) { return app::untie_identity(act, session, identity.provider); });
}

/// A member of staff with a passkey, which is renamed and removed.
std::string walk_passkey(Watch& watch, Id<User> user, std::string session) {
    using webauthn::Purpose;
    test::TestPasskey passkey;
    const auto question = [&](Purpose purpose) {
        return webauthn::Question{
            {"localhost", "http://localhost:8080"}, purpose, session, watch.database.now, secret};
    };
    test::Said said{.challenge = webauthn::challenge_of(question(Purpose::make))};
    passkey.user_handle = app::user_handle_of(*watch.database.db, user, said.challenge, secret);
    const webauthn::MadeAnswer answer{
        test::TestPasskey::client_data(said, "webauthn.create"), passkey.attestation(said)};
    session = watch("add_passkey", [&](auto& act) {
        return app::add_passkey(act, session, {"Datorn", answer, question(Purpose::make)});
    }).session;
    said.challenge = webauthn::challenge_of(question(Purpose::prove));
    const auto shown = passkey.assertion(said);
    session = watch("sign_in_with_passkey", [&](auto& act) {
        return app::sign_in_with_passkey(act, {shown, question(Purpose::prove), user}, {});
    });
    const auto id = store::passkeys_of(*watch.database.db, user).front().id;
    watch("rename_passkey", [&](auto& act) { return app::rename_passkey(act, session, id, "Telefonen"); });
    return watch("remove_passkey", [&](auto& act) { return app::remove_passkey(act, session, id); }).session;
}

/// Their sessions, before and after.
void walk_sessions(Watch& watch, const World& world) {
    const auto user = watch.database
                          .act(world.revision,
                              [&](auto& act) {
                                  return app::invite(act, {{}, "siv@example.org", "Siv"}, Role::viewer);
                              })
                          ->user.id;
    const auto enter = [&] {
        return *watch.database.act(world.revision, [&](auto& act) -> Result<std::string> {
            return app::sign_in(act, app::make_sign_in_link(act, user).value(),
                {.code = "", .device = Device::own, .former_session = "", .secret = secret});
        });
    };
    const auto session = enter();
    const auto other = enter();
    const auto name = hex(app::digest_of_token(other));
    watch("end_session", [&](auto& act) { return app::end_session(act, session, name); });
    walk_identity(watch, walk_passphrase(watch, user, walk_passkey(watch, user, session)));
    watch("reset_sign_in", [&](auto& act) { return app::reset_sign_in(act, user); });
}

/// What somebody at the desk keeps for themselves.
void walk_own_desk(Watch& watch) {
    watch("keep_draft", [&](auto& act) { return app::keep_draft(act, "svar/1", "svar=Tack"); });
    watch("drop_draft", [&](auto& act) { return app::drop_draft(act, "svar/1"); });
    const auto filter =
        watch("save_filter", [&](auto& act) { return app::save_filter(act, "Bussar", "q=buss"); });
    watch("remove_filter", [&](auto& act) { return app::remove_filter(act, filter.id); });
    const auto bulk = watch("do_in_bulk", [&](auto& act) {
        return app::do_in_bulk(act, {BulkKind::publish, store::DeskKind::inspel, {{1, "seen"}}});
    });
    watch("undo_in_bulk", [&](auto& act) { return app::undo_in_bulk(act, bulk.id); });
    const TableReading reading{"inspel", std::string(64, 'a'), ';', {{"B", ""}}, {}};
    watch("remember_table", [&](auto& act) { return app::remember_table(act, reading); });
    watch.database.now += std::chrono::days{days_of_table_reading + 1};
    watch("forget_table_readings", [&](auto& act) { return app::forget_table_readings(act); });
    watch.database.now -= std::chrono::days{days_of_table_reading + 1};
}

/// A site that is being prepared, its questions, and that it is opened.
void walk_setup(Watch& watch) {
    REQUIRE(watch.database.write([](sql::Transaction& tx) -> Result<bool> {
        (void)store::add(tx, SiteOpening{.begun_at = tx.now()});
        return true;
    }));
    const auto link = setup_link(watch.database);
    for (const auto question : app::questions_to_answer(*watch.database.db))
        watch("keep_setup_answer",
            [&](auto& act) { return app::keep_setup_answer(act, link, question, setup_answers("femte")); });
    const auto picture = grey_png(320, 80);
    watch("choose_first_logotype", [&](auto& act) { return app::choose_first_logotype(act, link, picture); });
    watch("finish_setup", [&](auto& act) { return app::finish_setup(act, link, "sv"); });
    const User leader{{}, "leader@example.org", "Ledaren"};
    watch("send_test_mail", [&](auto& act) { return app::send_test_mail(act, leader, "sv"); });
    watch("describe_site", [&](auto& act) { return app::describe_site(act, all_that_law_asks()); });
    watch("open_site", [&](auto& act) { return app::open_site(act); });
}

void walk_opening(Watch& watch) {
    watch("make_setup_link", [&](auto& act) { return app::make_setup_link(act); });
    const auto link = watch.database.act([&](auto& act) { return app::make_setup_link(act); });
    watch("set_up", [&](auto& act) {
        return app::set_up(act, *link, revision_draft("tredje"), choices, {{}, "leder@example.org", "Leder"});
    });
    watch(
        "open_process", [&](auto& act) { return app::open_process(act, revision_draft("fjarde"), choices); });
}

void walk_staff(Watch& watch, const World& world) {
    const auto& process = world.revision;
    walk_opening(watch);
    const auto invite = [&](auto& act) {
        return app::invite(act, {{}, "eva@example.org", "Eva"}, Role::handler);
    };
    const auto invited = watch("invite", invite);
    const auto token =
        watch("make_sign_in_link", [&](auto& act) { return app::make_sign_in_link(act, invited.user.id); });
    const auto session = watch("sign_in", [&](auto& act) { return app::sign_in(act, token); });
    watch("touch", [&](auto& act) { return app::touch(act, session); });
    const auto other = watch.database.act_as(
        with_role(Role::process_leader, process), process, [&](auto& act) -> Result<std::string> {
            return app::sign_in(act, app::make_sign_in_link(act, invited.user.id).value());
        });
    watch("end_other_sessions", [&](auto& act) { return app::end_other_sessions(act, session); });
    CHECK_FALSE(app::signed_in(*watch.database.db, *other, noon));
    walk_own_desk(watch);
    watch("rename_self", [&](auto& act) { return app::rename_self(act, session, "Eva E"); });
    watch("sign_out", [&](auto& act) { return app::sign_out(act, session); });
    walk_sessions(watch, world);
    const auto member = store::members_of(*watch.database.db, process.id).front().user.id;
    watch("remove_member", [&](auto& act) { return app::remove_member(act, member); });
}

void walk_bodies(Watch& watch) {
    Body body;
    body.slug = "radet";
    body.title = {"Ord", "Word"};
    body = watch("add_body", [&](auto& act) { return app::add_body(act, body); });
    watch("change_body", [&](auto& act) { return app::change_body(act, body, body); });
    Seat seat{{}, "ordförande", "Regionen", today, {}};
    seat = watch("add_seat", [&](auto& act) { return app::add_seat(act, body, seat); });
    watch("end_seat", [&](auto& act) { return app::end_seat(act, body, seat, today); });
}

/// Each of what is published once, and taken back at once.
void walk_taking_back(Watch& watch) {
    const Localized word{"Ord", "Word"};
    const NewsItem typed{{}, {}, today, word, word};
    const auto item = watch("publish_news", [&](auto& act) { return app::publish_news(act, typed); });
    watch("take_back_news", [&](auto& act) { return app::take_back_news(act, item); });
    Event meeting;
    meeting.title = word;
    meeting.starts = meeting.ends = LocalTime{today};
    meeting = watch("add_event", [&](auto& act) { return app::add_event(act, meeting); });
    watch("take_back_event", [&](auto& act) { return app::take_back_event(act, meeting); });
    Step step;
    step.title = word;
    step = watch("add_step", [&](auto& act) { return app::add_step(act, step); });
    watch("take_back_step", [&](auto& act) { return app::take_back_step(act, step); });
    Activity way;
    way.title = word;
    way = watch("add_activity", [&](auto& act) { return app::add_activity(act, way); });
    watch("take_back_activity", [&](auto& act) { return app::take_back_activity(act, way); });
}

void walk_calendar(Watch& watch) {
    const Localized word{"Ord", "Word"};
    Event event;
    event.title = word;
    event.starts = event.ends = LocalTime{today};
    event = watch("add_event", [&](auto& act) { return app::add_event(act, event); });
    watch("change_event", [&](auto& act) { return app::change_event(act, event, event, today); });
    const Withdrawal why{today, "Ingen kunde komma."};
    watch("call_off_event", [&](auto& act) { return app::call_off_event(act, event, why); });
    NewsItem item{{}, {}, today, word, word};
    item = watch("publish_news", [&](auto& act) { return app::publish_news(act, item); });
    watch("correct_news", [&](auto& act) { return app::correct_news(act, item, item); });
    watch("withdraw_news", [&](auto& act) { return app::withdraw_news(act, item, why); });
    walk_taking_back(watch);
    walk_bodies(watch);
}

void walk_extract(Watch& watch) {
    ExtractUse use;
    use.case_number = "RS/413/2026";
    use.reason = "Begäran i brev";
    use = watch("note_person_search", [&](auto& act) { return app::note_person_search(act, use); });
    watch("note_person_extract",
        [&](auto& act) { return app::note_person_extract(act, use.id, 3, std::string(64, 'a')); });
}

/// The same by eID.
void walk_own_identity(Watch& watch, const World& world) {
    const auto identity = app::own_identity("https://eid.example", "eva", secret);
    const auto session =
        watch("enter_own_page", [&](auto& act) { return app::enter_own_page(act, identity, ""); });
    const auto receipt = watch("receive_own_inspel", [&](auto& act) {
        return app::receive_own_inspel(act, session, world.activity, draft("Fler tåg"), {"eid", secret});
    });
    // Else it is one that nobody has read when all is decided.
    (void)watch.database.act(
        world.revision, [&](auto& act) { return app::withdraw_inspel(act, receipt.code); });
    watch("forget_own_identity", [&](auto& act) { return app::forget_own_identity(act, session); });
}

/// Somebody who comes to their own page, and what they do there.
void walk_own_page(Watch& watch, const World& world) {
    const auto received = [&](const std::string& key, const std::string& contact) {
        auto typed = draft("Fler broar");
        typed.contact = contact;
        return watch.database
            .act(world.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, world.activity, typed, {key, secret});
                })
            .value();
    };
    const auto theirs = received("egen", "bo@example.org");
    const auto other = received("annan", "");
    watch("request_tie", [&](auto& act) {
        return app::request_tie(act, {other.code, "bo@example.org"}, "sv", secret);
    });
    watch("request_own_link",
        [&](auto& act) { return app::request_own_link(act, "bo@example.org", "sv", secret); });
    const auto token =
        app::own_link_token(store::mail_to(*watch.database.db, "bo@example.org").back(), secret);
    const auto session =
        watch("open_own_page", [&](auto& act) { return app::open_own_page(act, token, ""); });
    watch("touch_own_session", [&](auto& act) { return app::touch_own_session(act, session); });
    watch("tie_inspel", [&](auto& act) { return app::tie_inspel(act, session, other.code); });
    OwnRequest typed;
    typed.text = "Mitt namn är fel.";
    const auto request = watch("send_own_request",
        [&](auto& act) { return app::send_own_request(act, session, theirs.number, typed, "begaran"); });
    watch("answer_own_request",
        [&](auto& act) { return app::answer_own_request(act, request.id, "Vi har rättat det."); });
    watch("withdraw_own_inspel",
        [&](auto& act) { return app::withdraw_own_inspel(act, session, theirs.number); });
    (void)watch.database.act(world.revision,
        [&](auto& act) { return app::follow(act, "bo@example.org", "process", "sv", today); });
    auto subscriber =
        store::subscriber_with_address(*watch.database.db, world.revision.id, "bo@example.org").value();
    (void)watch.database.act(world.revision, [&](auto& act) {
        return app::confirm_following(act, {app::link_of(subscriber, secret), secret});
    });
    // Else it is one that nobody has read when all is decided.
    (void)watch.database.act(
        world.revision, [&](auto& act) { return app::withdraw_inspel(act, other.code); });
    watch("choose_own_following", [&](auto& act) {
        return app::choose_own_following(
            act, session, {{subscriber.public_id, Subscriber::Pace::weekly, {"process"}, {"process"}}});
    });
    watch("sign_out_own",
        [&](auto& act) { return app::sign_out_own(act, session, app::OwnSignOut::everywhere); });
    watch.database.now += std::chrono::days{2};
    watch("forget_own_links", [&](auto& act) { return app::forget_own_links(act); });
    watch.database.now -= std::chrono::days{2};
}

/// A decision on mail, until what it is about has gone.
void walk_retention(Watch& watch) {
    sql::open(watch.database.where, sql::Access::read_write)
        ->run("UPDATE mail SET state = 'sent', ended_at = $1", watch.database.now);
    RetentionRule rule;
    rule.kind = RetentionKind::mail;
    rule.event = RetentionEvent::sent;
    rule.amount = 1;
    rule.unit = RetentionRule::Unit::day;
    rule.decision = "RS 2026/123";
    rule.decided_on = today;
    watch("decide_retention", [&](auto& act) { return app::decide_retention(act, rule, today); });
    for (int later = 1; later <= 2; ++later)
        watch("note_retention_round",
            [&](auto& act) { return app::note_retention_round(act, today + std::chrono::days{later}); });
    watch.database.now += std::chrono::days{3};
    watch("erase_out_of_time",
        [&](auto& act) { return app::erase_out_of_time(act, RetentionKind::mail, stockholm); });
    watch.database.now -= std::chrono::days{3};
    watch("end_retention", [&](auto& act) { return app::end_retention(act, RetentionKind::mail); });
}

void walk_law(Watch& watch) {
    SiteDescription description;
    description.owner = "Regionen";
    watch("change_logotype", [&](auto& act) { return app::change_logotype(act, std::nullopt); });
    watch("change_appearance", [&](auto& act) { return app::change_appearance(act, {}); });
    watch("describe_site", [&](auto& act) { return app::describe_site(act, description); });
    watch("set_conduct", [&](auto& act) { return app::set_conduct(act, {}); });
    LackReport report;
    report.text = "Knappen läses inte upp.";
    report.contact = "070-123 45 67";
    report = watch("report_lack", [&](auto& act) { return app::report_lack(act, report, "lack"); });
    watch("close_lack", [&](auto& act) { return app::close_lack(act, report.id); });
    walk_retention(watch);
}

/// A step, and an activity in it.
void walk_timeline(Watch& watch, const World& world) {
    const Localized word{"Ord", "Word"};
    auto step = watch("add_step", [&](auto& act) {
        return app::add_step(act, {{}, {}, 1, word, word, {today, today}, {}});
    });
    watch("change_step", [&](auto& act) { return app::change_step(act, step, step, today); });
    watch("withdraw_step", [&](auto& act) {
        return app::withdraw_step(act, step, {today, "Den behövs inte."});
    });
    auto activity = world.activity;
    activity.slug = "annan-aktivitet";
    activity.step = step.id;
    activity = watch("add_activity", [&](auto& act) { return app::add_activity(act, activity); });
    watch("change_activity", [&](auto& act) { return app::change_activity(act, activity, activity, today); });
    watch("withdraw_activity", [&](auto& act) {
        return app::withdraw_activity(act, activity, {today, "Den behövs inte."});
    });
}

void walk_site(Watch& watch, const World& world) {
    watch("describe_process", [&](auto& act) { return app::describe_process(act, world.revision); });
    watch("offer_choices", [&](auto& act) { return app::offer_choices(act, choices); });
    walk_timeline(watch, world);
    walk_calendar(watch);
    walk_law(watch);
    walk_setup(watch);
}

/// What an issue is answered with, until the words that everybody read are changed.
void walk_answers(Watch& watch, Id<Issue> issue) {
    const auto answer = watch(
        "answer_issue", [&](auto& act) { return app::answer_issue(act, issue, "noterat", "Tack", {}); });
    const auto publish = [&](auto& act) { return app::publish_answers(act, {answer.id}); };
    watch("publish_answers", publish);
    watch("take_back_answer", [&](auto& act) { return app::take_back_answer(act, issue); });
    watch("publish_answers", publish);
    watch("take_back_published",
        [&](auto& act) { return app::take_back_published(act, answer.id, watch.database.now); });
    watch("publish_answers", publish);
    watch("change_published_answer", [&](auto& act) {
        return app::change_published_answer(
            act, issue, {"noterat", "Tack för orden", "Ett skrivfel är rättat"});
    });
    const auto block = watch("add_text_block", [&](auto& act) {
        return app::add_text_block(act, {{}, "A", "B"});
    });
    watch("remove_text_block", [&](auto& act) { return app::remove_text_block(act, block.id); });
}

/// The queues, and what is left of an inspel when all that matters is split off.
void walk_queues(Watch& watch, int inspel) {
    watch("take_next_issue", [&](auto& act) { return app::take_next_issue(act, {}); });
    store::InspelFilter unsplit;
    unsplit.only_unsplit = true;
    watch("split_again", [&](auto& act) -> Result<Inspel> {
        (void)app::set_rest_aside(act, inspel);
        return app::split_again(act, inspel);
    });
    watch("take_next_inspel", [&](auto& act) { return app::take_next_inspel(act, unsplit, {}); });
    watch("set_rest_aside", [&](auto& act) { return app::set_rest_aside(act, inspel); });
}

void walk_issues(Watch& watch, int inspel) {
    const auto split = [&](const char* quote) {
        return watch("split_inspel", [&](auto& act) {
            return app::split_inspel(act, inspel, {quote, "", "", "", {}}, today);
        });
    };
    const auto first = split("Fler");
    const auto second = split("bussar");
    const auto third = split("tåg");
    watch("assign_issue",
        [&](auto& act) { return app::assign_issue(act, first.id, "Eva", today, "Ett underlag väntas."); });
    watch("group_issues", [&](auto& act) { return app::group_issues(act, {first.id, second.id}, "Resor"); });
    watch("change_topic", [&](auto& act) {
        return app::change_topic(
            act, first.id, store::topics_of(*watch.database.db, watch.process.id).front().id);
    });
    watch("split_off_alike", [&](auto& act) {
        return app::split_off_alike(act, inspel, {"och", "", "", "", {}}, today, first.id);
    });
    watch("leave_group", [&](auto& act) { return app::leave_group(act, second.id); });
    watch("remove_issue", [&](auto& act) { return app::remove_issue(act, third.id); });
    walk_queues(watch, inspel);
    walk_answers(watch, first.id);
}

app::Receipt send(Watch& watch, const World& world, const std::string& key) {
    return watch("receive_inspel", [&](auto& act) {
        return app::receive_inspel(act, world.activity, draft("Fler bussar och tåg"), {key, secret});
    });
}

void walk_inspel(Watch& watch, const World& world) {
    const auto kept = send(watch, world, "a");
    watch("publish_inspel", [&](auto& act) { return app::publish_inspel(act, kept.number); });
    const auto inspel =
        watch("complete_inspel", [&](auto& act) { return app::complete_inspel(act, kept.code, "Mer", "k"); });
    const auto addition = store::additions_of(*watch.database.db, inspel.id).front().id;
    watch("show_addition", [&](auto& act) { return app::show_addition(act, kept.number, addition); });
    watch("edit_copy",
        [&](auto& act) { return app::edit_copy(act, kept.number, "Rubrik", "Fler bussar och tåg"); });
    walk_issues(watch, kept.number);
    const auto masked = send(watch, world, "d");
    watch("mask_and_publish", [&](auto& act) {
        return app::mask_and_publish(act, masked.number, {{"tåg", "fordon"}});
    });
    const auto declined = send(watch, world, "b");
    watch("decline_inspel",
        [&](auto& act) { return app::decline_inspel(act, declined.number, "off_topic", "Gäller annat"); });
    watch("reopen_inspel", [&](auto& act) { return app::reopen_inspel(act, declined.number); });
    const auto withdrawn = send(watch, world, "c");
    watch("withdraw_inspel", [&](auto& act) { return app::withdraw_inspel(act, withdrawn.code); });
    const app::Entered entered{
        draft("Ett brev"), Channel::paper, world.activity.id, world.activity.step, noon};
    watch("enter_inspel", [&](auto& act) { return app::enter_inspel(act, entered, secret); });
    watch("import_inspel", [&](auto& act) { return app::import_inspel(act, {entered}, secret); });
}

/// The receipt code of an inspel in the name of the village.
std::string send_for_village(Watch& watch, const World& world, const std::string& key) {
    auto typed = draft("Byn vill ha fler bussar, " + key);
    typed.organisation = "Byn";
    return watch.database
        .act(watch.process,
            [&](auto& act) {
                return app::receive_inspel(act, world.activity, typed, {key, secret});
            })
        ->code;
}

/// A mandate that the village is asked for with that inspel.
Mandate ask(Watch& watch, const std::string& code) {
    return watch("ask_for_mandate", [&](auto& act) {
        return app::ask_for_mandate(act, code, {"Eva", "eva@example.org"}, today);
    });
}

/// Who speaks for the village: confirmed, approved by a second, and then by who speaks for it already.
void walk_mandates(Watch& watch, const World& world) {
    const auto first = ask(watch, send_for_village(watch, world, "village-1"));
    const app::MandateLink registrar{app::registrars_link(first, secret), secret};
    const Confirmation confirmation{"Bo", Mandate::Scope::process, today};
    watch("confirm_mandate",
        [&](auto& act) { return app::confirm_mandate(act, registrar, confirmation, today); });
    watch("approve_mandate", [&](auto& act) {
        return app::approve_mandate(act, {app::approvers_link(first, secret), secret}, "Siv", today);
    });
    const auto second = ask(watch, send_for_village(watch, world, "village-2"));
    const app::MandateLink person{app::persons_link(first, secret), secret};
    watch("confirm_as_representative", [&](auto& act) {
        return app::confirm_as_representative(act, person, second.public_id, "Eva", today);
    });
    watch("revoke_mandate", [&](auto& act) { return app::revoke_mandate(act, second.public_id); });
    watch("withdraw_mandate", [&](auto& act) { return app::withdraw_mandate(act, registrar); });
    const auto third = ask(watch, send_for_village(watch, world, "village-3"));
    watch("decline_mandate", [&](auto& act) {
        return app::decline_mandate(act, {app::registrars_link(third, secret), secret});
    });
}

void walk_organisations(Watch& watch, const World& world) {
    Organisation typed;
    typed.name = "Byn";
    typed.registrar = "byn@example.org";
    auto village = watch("add_organisation", [&](auto& act) { return app::add_organisation(act, typed); });
    village.asks_second = true;
    watch("change_organisation",
        [&](auto& act) { return app::change_organisation(act, village.public_id, village); });
    walk_mandates(watch, world);
    typed.name = "Byalaget";
    const auto imported =
        watch("import_organisations", [&](auto& act) { return app::import_organisations(act, {typed}); });
    watch("merge_organisations", [&](auto& act) {
        return app::merge_organisations(act, imported.added.front().public_id, village.public_id);
    });
}

void walk_moderation(Watch& watch, const World& world) {
    const auto shown = send(watch, world, "e");
    watch("publish_inspel", [&](auto& act) { return app::publish_inspel(act, shown.number); });
    const auto report = watch("report_content", [&](auto& act) {
        return app::report_content(act, {.inspel = shown.number}, {"spam", "Reklam"}, {"report", secret});
    });
    watch("decide_report", [&](auto& act) {
        return app::decide_report(act, report.report, {"stays", "", "Det är inte reklam."});
    });
    (void)watch.database.act(watch.process, [&](auto& act) {
        return app::take_down_inspel(act, shown.number, "spam", "Reklam", Refusal::Basis::review);
    });
    const auto appeal = watch("appeal_refusal",
        [&](auto& act) { return app::appeal_refusal(act, shown.code, "Det är inte reklam."); });
    watch("decide_appeal", [&](auto& act) {
        return app::decide_appeal(act, appeal.id, {"restored", "Det är inte reklam."});
    });
    watch("take_down_inspel", [&](auto& act) {
        return app::take_down_inspel(act, shown.number, "spam", "Reklam", Refusal::Basis::review);
    });
}

void walk_mail(Watch& watch, const World& world) {
    watch("request_sign_in_link",
        [&](auto& act) { return app::request_sign_in_link(act, "eva@example.org", "sv", secret); });
    auto typed = draft("Ett inspel med adress");
    typed.contact = "bo@example.org";
    (void)watch.database.act(watch.process, [&](auto& act) {
        return app::receive_inspel(act, world.activity, typed, {"mail", secret});
    });
    auto mail = watch("begin_sending", [](auto& act) { return app::begin_sending(act); });
    const auto lost = [](auto& act) { return app::lose_sight_of_mail(act); };
    watch("lose_sight_of_mail", lost);
    while (mail.process != watch.process.id)
        mail = watch.database.act([](auto& act) { return app::begin_sending(act); }).value();
    (void)watch.database.act(lost);
    watch("send_mail_again", [&](auto& act) { return app::send_mail_again(act, mail.id); });
    mail = watch.database.act([](auto& act) { return app::begin_sending(act); }).value();
    watch("end_sending", [&](auto& act) {
        return app::end_sending(act, mail.id, {Delivery::Outcome::accepted, 250, true});
    });
    watch("drop_mail", [&](auto& act) { return app::drop_mail(act, mail.id); });
}

void walk_following(Watch& watch) {
    watch("follow", [&](auto& act) { return app::follow(act, "eva@example.org", "process", "sv", today); });
    const auto subscriber =
        store::subscriber_with_address(*watch.database.db, watch.process.id, "eva@example.org");
    const app::FollowerLink link{app::link_of(*subscriber, secret), secret};
    watch("confirm_following", [&](auto& act) { return app::confirm_following(act, link); });
    watch("choose_following",
        [&](auto& act) { return app::choose_following(act, link, Subscriber::Pace::weekly, {"process"}); });
    watch("write_digests",
        [&](auto& act) { return app::write_digests(act, LocalTime{today + std::chrono::days{8}} + 12h); });
    watch("stop_following", [&](auto& act) { return app::stop_following(act, link); });
}

void walk_lines(Watch& watch, const Document& document) {
    const auto line = [&](std::size_t at) {
        return store::lines_of(*watch.database.db, store::draft_of(*watch.database.db, document.id).id)[at];
    };
    const Grounds grounds{{}, "Tydligare"};
    watch("edit_words", [&](auto& act) {
        return app::edit_words(act, document, {line(1).node.id, line(1).revision, "Nya ord", grounds});
    });
    const auto added = watch("add_line", [&](auto& act) {
        return app::add_line(
            act, document, {line(1).node.id, Node::Kind::paragraph, 2, "", "Ett stycke till", grounds});
    });
    watch("move_line",
        [&](auto& act) { return app::move_line(act, document, added.node.id, line(0).node.id, grounds); });
    const auto part = watch("split_line", [&](auto& act) {
        return app::split_line(act, document, {added.node.id, "Ett", "Två", "", grounds, true});
    });
    watch("join_lines", [&](auto& act) {
        return app::join_lines(act, document, {added.node.id, part.node.id, "Ett och två", grounds});
    });
    watch("remove_line", [&](auto& act) { return app::remove_line(act, document, added.node.id, grounds); });
    watch("replace_text", [&](auto& act) {
        const auto written = read_manuscript("# Länet\n\nHelt andra ord\n", "RUS");
        return app::replace_text(act, document, *written, grounds);
    });
    const auto drawn = picture("screen-drawn.png");
    watch("keep_pictures", [&](auto& act) {
        return app::keep_pictures(act, document, {{*name_of_picture(drawn), drawn}});
    });
    watch("set_node_type",
        [&](auto& act) { return app::set_node_type(act, line(1).node.id, Node::Type::vision); });
    const auto draft = store::draft_of(*watch.database.db, document.id);
    const auto newest = store::changes_to(*watch.database.db, draft.id).back().number;
    watch("undo_change", [&](auto& act) { return app::undo_change(act, document, newest); });
}

void walk_text(Watch& watch) {
    const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, "Länet"},
        {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Ord"}};
    const auto parent = watch.database.act(watch.process, [&](auto& act) {
        return app::open_document(act, {{}, {}, {}, "PLAN", "Planen"},
            {{{{}, Node::Kind::section, Node::Type::text, "PLAN"}, 1, {}, "Planen"}});
    });
    const auto document = watch("open_document", [&](auto& act) {
        return app::open_document(act, {{}, {}, parent->id, "RUS", "Länet"}, lines);
    });
    watch("freeze", [&](auto& act) { return app::freeze(act, document, Version::Kind::referral, "Remiss"); });
    walk_lines(watch, document);
    const auto issue = watch.database.db->run("SELECT id FROM issue WHERE answer_id IS NOT NULL").front();
    watch("link_answer", [&](auto& act) { return app::link_answer(act, issue.id<Issue>("id"), 1); });
}

/// A dataset of two regions and two industries, an analysis of it, and a paragraph that rests on it until
/// newer figures come.
void walk_analysis(Watch& watch) {
    Dataset dataset;
    dataset.title = dataset.source = dataset.licence = "Ord";
    dataset.digest = hex(as_text(sha256("a file")));
    dataset.dimensions = {{"region", {{"2326", "Berg"}, {"2380", "Östersund"}}},
        {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}}}};
    const std::vector<Dataset::Cell> cells{{0, 90.0, ""}, {1, 60.0, ""}, {2, 80.0, ""}, {3, 900.0, ""}};
    const auto first =
        watch("import_dataset", [&](auto& act) { return app::import_dataset(act, dataset, cells); });
    const Parameters asked{{"regions", "region"}, {"industries", "industry"}, {"region", "2326"}};
    const auto analysed = [&](const Dataset& of) {
        return app::analysed(*watch.database.db, of, AnalysisRun::Kind::specialisation, asked).value();
    };
    auto made = analysed(first);
    const auto run = watch("keep_run", [&](auto& act) { return app::keep_run(act, made); });
    const auto citation =
        watch("cite_figure", [&](auto& act) { return app::cite_figure(act, run.number, "RUS-p1", "01:lq"); });
    dataset.digest = hex(as_text(sha256("another")));
    dataset.replaces = first.id;
    const auto second =
        watch("import_dataset", [&](auto& act) { return app::import_dataset(act, dataset, cells); });
    watch("hold_citation",
        [&](auto& act) { return app::hold_citation(act, citation.number, "Texten handlar om 2024"); });
    made = analysed(second);
    const auto newer = watch("keep_run", [&](auto& act) { return app::keep_run(act, made); });
    watch("review_citation",
        [&](auto& act) { return app::review_citation(act, citation.number, newer.number); });
    made = app::analysed(*watch.database.db, second, AnalysisRun::Kind::specialisation,
        {{"regions", "region"}, {"industries", "industry"}, {"region", "2380"}})
               .value();
    const auto third = watch("keep_run", [&](auto& act) { return app::keep_run(act, made); });
    watch("remove_run", [&](auto& act) { return app::remove_run(act, third.number); });
}

/// A point that rests on the newest run and on a dataset, is published and taken back.
void walk_swot(Watch& watch) {
    SwotItem item;
    item.text = Localized{"Många arbetar på hotell."};
    item = watch("write_swot_item", [&](auto& act) { return app::write_swot_item(act, item); });
    watch("change_swot_item", [&](auto& act) { return app::change_swot_item(act, item); });
    const auto cited =
        watch("cite_for_swot", [&](auto& act) { return app::cite_for_swot(act, item.number, 1, "01:lq"); });
    watch("support_swot_item", [&](auto& act) { return app::support_swot_item(act, item.number, "D-1"); });
    watch("publish_swot_item", [&](auto& act) { return app::publish_swot_item(act, item.number); });
    watch("take_figure_off_swot_item",
        [&](auto& act) { return app::take_figure_off_swot_item(act, item.number, cited.number); });
    watch("withdraw_swot_item", [&](auto& act) { return app::withdraw_swot_item(act, item.number); });
    watch("take_off_swot_item", [&](auto& act) { return app::take_off_swot_item(act, item.number, "D-1"); });
}

/// Four priorities, weighed by points.
void walk_weighing(Watch& watch) {
    const Weighing typed{{}, {}, 0, Localized{"Vad väger mest?"}, "1 2 3 4", today, last_day};
    const auto weighing =
        watch("open_weighing", [&](auto& act) { return app::open_weighing(act, typed, today); });
    watch("invite_to_weigh", [&](auto& act) {
        return app::invite_to_weigh(act, weighing.number, {{}, {}, {}, "Byn", Sector::business, {}}, today);
    });
    app::Weighed sent{weighing.number, app::new_participant_key(), {}, {}};
    sent.answer.points = "100 0 0 0";
    watch("weigh", [&](auto& act) { return app::weigh(act, sent, secret, today); });
    watch("take_back_weighing", [&](auto& act) {
        (void)app::weigh(act, sent, secret, today);
        return app::take_back_weighing(act, sent, secret, today);
    });
}

/// A question in two rounds, of which one member answers the first.
void walk_panel(Watch& watch) {
    Panel typed;
    typed.title = typed.text = Localized{"Hur många?"};
    typed.unit = "jobb";
    PanelRound first;
    first.opens = today;
    first.closes = last_day;
    const auto panel =
        watch("begin_panel", [&](auto& act) { return app::begin_panel(act, typed, first, today); });
    const auto member = watch("invite_to_panel", [&](auto& act) {
        return app::invite_to_panel(act, panel.number, {{}, {}, {}, "Byn", Sector::research, {}});
    });
    app::SentEstimate sent{panel.number, app::link_of(member, secret), {}};
    sent.estimate.value = 7;
    watch("give_estimate", [&](auto& act) { return app::give_estimate(act, sent, secret, today); });
    watch("take_back_estimate", [&](auto& act) {
        (void)app::give_estimate(act, sent, secret, today);
        return app::take_back_estimate(act, sent, secret, today);
    });
    PanelRound second;
    second.opens = last_day + std::chrono::days{1};
    second.closes = last_day + std::chrono::days{9};
    second.feedback = "Många nämnde skogen.";
    watch("open_panel_round",
        [&](auto& act) { return app::open_panel_round(act, panel.number, second, second.opens); });
}

Discovery discovery_at_event(const Watch& watch) {
    Discovery discovery;
    discovery.event =
        Id<Event>{watch.database.db->run("SELECT id FROM event WHERE process_id = $1", watch.process.id)
                      .front()
                      .integer("id")};
    discovery.sectors = "business";
    discovery.learned = "Elnätet räcker inte.";
    return discovery;
}

/// A priority that is tried, rests on the newest run and is decided, and four that are weighed.
void walk_priorities(Watch& watch) {
    Priority priority;
    priority.title = priority.text = Localized{"Energi"};
    for (int k = 0; k < 4; ++k)
        priority = watch("propose_priority", [&](auto& act) { return app::propose_priority(act, priority); });
    watch("change_priority", [&](auto& act) { return app::change_priority(act, priority); });
    watch("note_discovery",
        [&](auto& act) { return app::note_discovery(act, priority.number, discovery_at_event(watch)); });
    watch("cite_for_priority",
        [&](auto& act) { return app::cite_for_priority(act, priority.number, 1, "01:lq"); });
    priority.outcome = Priority::Outcome::chosen;
    priority.motive = "Störst.";
    priority.decided_on = today;
    watch("decide_priority", [&](auto& act) { return app::decide_priority(act, priority, today); });
    walk_weighing(watch);
    walk_panel(watch);
    Judgement judgement;
    judgement.code = "1.5";
    watch("judge_requirement", [&](auto& act) { return app::judge_requirement(act, judgement, today); });
}

/// An assessment with an answered step, of which a paragraph is then said to be a part.
void walk_assessment(Watch& watch) {
    Assessment typed;
    typed.kind = "hallbarhet";
    typed.subject = "Hela strategin";
    const auto number =
        watch("begin_assessment", [&](auto& act) { return app::begin_assessment(act, typed, today); }).number;
    typed.number = number;
    watch("change_assessment", [&](auto& act) { return app::change_assessment(act, typed); });
    const GoalConflict conflict{{}, {}, {}, 0, "Kö eller resa", "Kortare kö", "Längre resa"};
    watch("write_conflict", [&](auto& act) { return app::write_conflict(act, number, conflict); });
    StepAnswer answer;
    answer.step = "1";
    answer.text = "Mer arbete.";
    answer.evidence = "https://example.org/a";
    watch("answer_step", [&](auto& act) { return app::answer_step(act, number, answer, today); });
    watch("assess_paragraph", [&](auto& act) { return app::assess_paragraph(act, number, "RUS-p1"); });
    watch("look_at_answer", [&](auto& act) { return app::look_at_answer(act, number, "1"); });
    watch("stop_assessing_paragraph",
        [&](auto& act) { return app::stop_assessing_paragraph(act, number, "RUS-p1"); });
    // Else the step is older than the text that is decided.
    watch("answer_step", [&](auto& act) { return app::answer_step(act, number, answer, today); });
}

/// A plan with all that it needs, published, and what came of its promise.
void walk_plan(Watch& watch) {
    const auto begin = [](auto& act) { return app::begin_plan(act); };
    watch("begin_plan", begin);
    watch("discard_plan", [](auto& act) { return app::discard_plan(act); });
    watch("begin_plan", begin);
    Plan plan;
    plan.purpose = plan.open_to = Localized{"En ny strategi"};
    watch("change_plan", [&](auto& act) { return app::change_plan(act, plan); });
    const auto write = [&](PlanLine line) {
        return watch("write_plan_line", [&](auto& act) { return app::write_plan_line(act, line); });
    };
    for (const auto& line : lines_of_plan()) write(line);
    const auto spare = write(lines_of_plan().front());
    watch("remove_plan_line", [&](auto& act) { return app::remove_plan_line(act, spare.number); });
    watch("publish_plan", [&](auto& act) { return app::publish_plan(act, today); });
    PromiseOutcome outcome;
    outcome.line = 2;
    outcome.text = "Sex av åtta.";
    watch("judge_promise", [&](auto& act) { return app::judge_promise(act, outcome); });
}

/// What was wrong in all that has been made public.
void walk_corrections(Watch& watch) {
    using Aspect = Correction::Aspect;
    auto& db = *watch.database.db;
    const auto process = watch.process.id;
    const auto correcting = [](Aspect aspect, const std::string& right, const std::string& place = {}) {
        return Correcting{{{aspect, right, place}}, "Fel i protokollet"};
    };
    watch("correct_decision", [&](auto& act) {
        return app::correct_decision(act, 1, correcting(Aspect::case_number, "RS/9/2026"), today);
    });
    const auto referral = store::referrals_of(db, process).front();
    const auto party = store::parties_of(db, referral.id).front();
    watch("correct_party",
        [&](auto& act) { return app::correct_party(act, party.id, correcting(Aspect::name, "Åre kommun")); });
    const auto bodies = store::bodies_of(db, process);
    const auto body =
        *std::find_if(bodies.begin(), bodies.end(), [](const Body& one) { return !one.seats.empty(); });
    watch("correct_seat", [&](auto& act) {
        return app::correct_seat(act, body, body.seats.front().id, correcting(Aspect::role, "Ledamot"));
    });
    const auto step = store::steps_of(db, process).front();
    watch("correct_step",
        [&](auto& act) { return app::correct_step(act, step.id, correcting(Aspect::name, "Start", "sv")); });
    const auto document = store::document_named(db, process, "RUS").value();
    const auto version = store::newest_frozen(db, document.id).value();
    const auto code = store::lines_of(db, version.id).back().node.code;
    watch("correct_print", [&](auto& act) {
        return app::correct_print(act, version.id, code, correcting(Aspect::words, "Rätt ord", code));
    });
}

void walk_regional(Watch& watch) {
    RegionMap map;
    map.digest = hex(as_text(sha256("a map")));
    walk_analysis(watch);
    walk_swot(watch);
    walk_priorities(watch);
    walk_assessment(watch);
    walk_plan(watch);
    watch("import_map", [&](auto& act) { return app::import_map(act, map, {{"2326", "Berg", "[]"}}); });
}

/// The newest entry is lost, and comes back from what was published.
void walk_repair(Watch& watch) {
    openlog::Builder builder;
    for (const auto& entry : store::log_entries(*watch.database.db, 0, 1000)) builder.append(entry);
    std::map<std::string, std::string> files;
    for (const auto& file : builder.files()) files[file.path] = file.bytes;
    const auto published = [&](const std::string& path) -> std::optional<std::string> {
        return files.contains(path) ? std::optional{files[path]} : std::nullopt;
    };
    sql::open(watch.database.where, sql::Access::read_write)
        ->script(
            "DELETE FROM log_salt WHERE idx = (SELECT max(idx) FROM log_entry); "
            "DELETE FROM log_entry WHERE idx = (SELECT max(idx) FROM log_entry)");
    watch("repair_log", [&](auto& act) { return app::repair_log(act, published, builder.head()); });
    watch("note_restored", [&](auto& act) { return app::note_restored(act); });
}

void walk_log(Watch& watch) {
    sql::open(watch.database.where, sql::Access::read_write)->script("DELETE FROM desk_search");
    watch("fill_desk_index", [&](auto& act) { return app::fill_desk_index(act); });
    watch("remember_signed", [&](auto& act) {
        return app::remember_signed(act, {{7, sha256("root")}, noon, "note"});
    });
    watch("keep_cosigned", [&](auto& act) {
        return app::keep_cosigned(act, {{7, sha256("root")}, noon, "another note"});
    });
    watch("note_release", [&](auto& act) {
        return app::note_release(act, {"1.0", sha256("program"), "rules"});
    });
    watch("note_destroyed_keys", [&](auto& act) { return app::note_destroyed_keys(act, {"2026-11"}); });
    watch("rotate_key", [&](auto& act) {
        return app::rotate_key(act, key_of("log"),
            {openlog::SigningKey{"log", openlog::KeyType::ed25519, sha256("next")}.verifier()});
    });
    watch("erase_inspel", [&](auto& act) {
        return app::erase_inspel(
            act, 1, {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1/2026"});
    });
    watch("note_sweep", [&](auto& act) { return app::note_sweep(act, 1'000'000); });
    walk_repair(watch);
}

}  // namespace

TEST_CASE("every verb writes its entry in the log, and those that do not are listed with a reason") {
    detail::on_sqlite([](TestDatabase& database) {
        Watch watch{database, verbs_in_headers()};
        watch("open_log",
            [&](auto& act) { return app::open_log(act, openlog::as_vkey(key_of("log").verifier())); });
        const auto world = settle(database);
        watch.process = world.revision;
        watch.other = settle(database, "annan").revision;
        walk_staff(watch, world);
        walk_extract(watch);
        walk_own_page(watch, world);
        walk_own_identity(watch, world);
        walk_site(watch, world);
        walk_inspel(watch, world);
        walk_organisations(watch, world);
        walk_moderation(watch, world);
        walk_mail(watch, world);
        walk_following(watch);
        walk_text(watch);
        walk_regional(watch);
        walk_referral(watch, world);
        watch("forget_unsent",
            [&](auto& act) { return app::forget_unsent(act, last_day + std::chrono::days{32}); });
        walk_decision(watch, world);
        walk_corrections(watch);
        walk_conversation(watch, world);
        walk_log(watch);

        CHECK(watch.verbs.size() > 100);
        for (const auto& [name, action] : watch.verbs) {
            CAPTURE(name);
            CHECK(watch.walked.contains(name));
        }
    });
}
