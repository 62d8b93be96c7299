//! Names of people, put together from common elements. Nobody is meant.

use crate::chance::Chance;

const MEN: &[&str] = &[
    "Abdul", "Ade", "Agus", "Ahmad", "Aji", "Aldi", "Andi", "Anwar", "Arif", "Asep", "Bagus",
    "Bambang", "Bayu", "Budi", "Cecep", "Dadang", "Dani", "Dedi", "Denny", "Didin", "Dimas", "Eko",
    "Engkos", "Fajar", "Ferry", "Galih", "Hadi", "Hari", "Hendra", "Heri", "Ilham", "Imam", "Indra",
    "Irfan", "Iwan", "Jajang", "Jaka", "Joko", "Kosim", "Lukman", "Maman", "Mamat", "Muhamad",
    "Mulyadi", "Nana", "Nanang", "Oman", "Opik", "Panji", "Rahmat", "Rangga", "Reza", "Ridwan",
    "Rizki", "Rudi", "Saepul", "Slamet", "Surya", "Tatang", "Teguh", "Toto", "Udin", "Ujang",
    "Wahyu", "Wawan", "Yana", "Yayat", "Yudi", "Yusuf", "Zaenal",
];

const WOMEN: &[&str] = &[
    "Ade", "Ai", "Ani", "Anisa", "Asri", "Ayu", "Bunga", "Cucu", "Desi", "Dewi", "Diah", "Dian",
    "Dini", "Eka", "Elis", "Eni", "Euis", "Evi", "Fitri", "Hani", "Heni", "Ida", "Iis", "Imas",
    "Indah", "Intan", "Ira", "Kartika", "Laila", "Lia", "Lilis", "Lina", "Maya", "Mega", "Mimin",
    "Nani", "Neneng", "Nia", "Nining", "Novi", "Nur", "Nurul", "Putri", "Ratih", "Ratna", "Rika",
    "Rina", "Rini", "Risma", "Rita", "Santi", "Sari", "Siti", "Sri", "Susi", "Tati", "Tia", "Titin",
    "Tuti", "Ulfa", "Vina", "Wati", "Wiwin", "Yani", "Yanti", "Yeni", "Yuli", "Yuni", "Zahra",
];

const MEN_LATER: &[&str] = &[
    "Alamsyah", "Arifin", "Budiman", "Darmawan", "Effendi", "Fadillah", "Fauzi", "Firmansyah",
    "Gunawan", "Hakim", "Hamdani", "Hermawan", "Hidayat", "Hidayatullah", "Iskandar", "Jaelani",
    "Kosasih", "Kurniawan", "Maulana", "Mulyana", "Munandar", "Nugraha", "Nurdin", "Permana",
    "Pratama", "Purnama", "Rachman", "Ramdani", "Rohman", "Rosadi", "Saepudin", "Santoso",
    "Saputra", "Setiadi", "Setiawan", "Sobari", "Sofyan", "Subagja", "Sudrajat", "Suhendar",
    "Suherman", "Sukmana", "Sulaeman", "Supriadi", "Supriatna", "Suryadi", "Suryana", "Susanto",
    "Sutisna", "Syarifudin", "Wibowo", "Wicaksono", "Wijaya", "Yulianto", "Zulkarnaen",
];

const WOMEN_LATER: &[&str] = &[
    "Agustina", "Amalia", "Anggraeni", "Aprilia", "Astuti", "Aulia", "Azizah", "Damayanti",
    "Fadilah", "Fatimah", "Fauziah", "Febriani", "Handayani", "Hartati", "Hasanah", "Herawati",
    "Indriani", "Jamilah", "Khadijah", "Komalasari", "Kurniasih", "Kusumawati", "Latifah",
    "Lestari", "Maesaroh", "Marlina", "Maryani", "Maulida", "Mulyani", "Nuraeni", "Nurhayati",
    "Nurjanah", "Oktaviani", "Permatasari", "Pertiwi", "Puspitasari", "Rahayu", "Rahmawati",
    "Ramdhani", "Rohaeti", "Rohmah", "Rosdiana", "Rosmiati", "Safitri", "Setiawati", "Solihah",
    "Suhartini", "Sulastri", "Sumiati", "Suryani", "Susilawati", "Wahyuni", "Widiastuti",
    "Wulandari", "Yuliani", "Yuningsih",
];

/// A name. `woman` agrees with the sex digit of the Nip.
pub(super) fn invent(chance: &mut Chance, woman: bool) -> String {
    let (first, later) = if woman { (WOMEN, WOMEN_LATER) } else { (MEN, MEN_LATER) };
    let mut name = (*chance.pick(first)).to_owned();
    if chance.permille(180) {
        let second = *chance.pick(first);
        if second != name {
            name = format!("{name} {second}");
        }
    }
    format!("{name} {}", chance.pick(later))
}
