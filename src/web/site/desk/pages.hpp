#pragma once

#include "web/frame/visit.hpp"

/// What staff change of the site: the process, its steps, activities, calendar, news and bodies, and who
/// works with it. In an address, "ny" stands for one that is not there yet.
namespace medskapa::web::site::desk {

Response overview(const Visit&);            // GET  /processer/{process}/handlaggning/webbplats
Response opening(const Visit&);             // GET  /processer/{process}/handlaggning/oppning
Response open_site(const Visit&);           // POST .../oppning/oppna
Response send_test_mail(const Visit&);      // POST .../oppning/testmejl
Response health(const Visit&);              // GET  /processer/{process}/handlaggning/driften
Response examine_now(const Visit&);         // POST
Response process(const Visit&);             // GET  .../webbplats/process
Response save_process(const Visit&);        // POST
Response appearance(const Visit&);          // GET  .../webbplats/utseende
Response save_appearance(const Visit&);     // POST
Response logotype(const Visit&);            // GET  .../webbplats/logotyp
Response save_logotype(const Visit&);       // POST
Response choices(const Visit&);             // GET  .../webbplats/val
Response save_choices(const Visit&);        // POST
Response step(const Visit&);                // GET  .../webbplats/steg/{step}
Response save_step(const Visit&);           // POST
Response withdraw_step(const Visit&);       // POST .../webbplats/steg/{step}/aterkallelse
Response take_back_step(const Visit&);      // POST .../webbplats/steg/{step}/angra
Response activity(const Visit&);            // GET  .../webbplats/aktiviteter/{activity}
Response save_activity(const Visit&);       // POST
Response withdraw_activity(const Visit&);   // POST .../webbplats/aktiviteter/{activity}/aterkallelse
Response take_back_activity(const Visit&);  // POST .../webbplats/aktiviteter/{activity}/angra
Response event(const Visit&);               // GET  .../webbplats/kalender/{event}
Response save_event(const Visit&);          // POST
Response call_off(const Visit&);            // POST .../webbplats/kalender/{event}/aterkallelse
Response take_back_event(const Visit&);     // POST .../webbplats/kalender/{event}/angra
Response news(const Visit&);                // GET  .../webbplats/nyheter/{item}
Response save_news(const Visit&);           // POST
Response withdraw_news(const Visit&);       // POST .../webbplats/nyheter/{item}/aterkallelse
Response take_back_news(const Visit&);      // POST .../webbplats/nyheter/{item}/angra
Response body(const Visit&);                // GET  .../webbplats/organisation/{body}
Response save_body(const Visit&);           // POST
Response add_seat(const Visit&);            // POST .../webbplats/organisation/{body}/platser
Response end_seat(const Visit&);            // POST .../webbplats/organisation/{body}/platser/{seat}/slut

}  // namespace medskapa::web::site::desk
